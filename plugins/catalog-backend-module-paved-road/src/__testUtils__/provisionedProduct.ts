import { ProvisionedProductSummary } from '@paved-road/backstage-plugin-paved-road-common';

/** A bucket of the payments service, in whatever differs from the usual. */
export function provisionedProduct(
  other: Partial<ProvisionedProductSummary> = {},
): ProvisionedProductSummary {
  return {
    id: '0197a3c1-52cc-7b1e-a6f4-5f6b8d2f0a11',
    account: 'payments-production',
    accountTitle: 'Payments, production',
    environment: 'production',
    name: 'receipts',
    awsId: 'pp-receipts',
    entityRef: 'component:default/payments-api',
    origin: 'portal',
    product: { id: 'prod-bucket', name: 'Encrypted bucket' },
    version: { id: 'pa-1', name: 'v1.2' },
    status: 'AVAILABLE',
    createdAt: '2026-07-01T10:00:00.000Z',
    outputs: [],
    ...other,
  };
}
