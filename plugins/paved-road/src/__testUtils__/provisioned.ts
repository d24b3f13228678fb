import {
  listProvisionedProducts,
  OperationResponse,
  ProductAccount,
  ProductChange,
  ProvisionedProductDetail,
  ProvisionedProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { hoursAgo, PAYMENTS_API } from './examples';

export function provisionedSummary(
  some: Partial<ProvisionedProductSummary> = {},
): ProvisionedProductSummary {
  return {
    id: 'pp-receipts',
    account: 'payments-dev',
    accountTitle: 'Payments',
    environment: 'development',
    name: 'receipts',
    awsId: 'pp-abc123',
    entityRef: PAYMENTS_API,
    origin: 'portal',
    product: { id: 'prod-bucket', name: 'Encrypted bucket' },
    version: { id: 'pa-1', name: 'v1' },
    status: 'AVAILABLE',
    createdAt: hoursAgo(72),
    readAt: hoursAgo(1),
    outputs: [
      {
        key: 'BucketName',
        value: 'payments-receipts',
        description: 'Where receipts lie.',
      },
    ],
    ...some,
  };
}

export function productChange(
  some: Partial<ProductChange> = {},
): ProductChange {
  return {
    id: '6f0c3a1e-4d2b-4d5e-9a53-7c1d2e3f4a5b',
    kind: 'launch',
    state: 'succeeded',
    account: 'payments-dev',
    name: 'receipts',
    entityRef: PAYMENTS_API,
    product: { id: 'prod-bucket', name: 'Encrypted bucket' },
    requestedBy: { type: 'user', name: 'user:default/mia.kowalski' },
    requestedAt: hoursAgo(72),
    finishedAt: hoursAgo(71),
    version: { id: 'pa-1', name: 'v1' },
    parameters: [],
    recordId: 'rec-1',
    recordStatus: 'SUCCEEDED',
    ...some,
  };
}

export function provisioned(
  some: Partial<ProvisionedProductDetail> = {},
): ProvisionedProductDetail {
  return {
    ...provisionedSummary(some),
    versions: [{ id: 'pa-1', name: 'v1' }],
    allowed: { update: true, terminate: true },
    parameters: [],
    changes: [productChange()],
    ...some,
  };
}

/** One page of what was launched, all of it where nothing else is said. */
export function provisionedList(
  items: ProvisionedProductSummary[],
  more: { totalItems?: number; nextCursor?: string } = {},
  accounts: ProductAccount[] = [],
): OperationResponse<typeof listProvisionedProducts> {
  return { items, totalItems: items.length, ...more, accounts };
}
