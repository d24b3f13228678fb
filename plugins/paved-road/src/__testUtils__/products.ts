import {
  listProducts,
  OperationResponse,
  ProductDetail,
  ProductForm,
  ProductParameter,
  ProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { hoursAgo } from './examples';

type ProductList = OperationResponse<typeof listProducts>;
type AnsweringAccount = ProductList['accounts'][number];

export function account(
  some: Partial<AnsweringAccount> = {},
): AnsweringAccount {
  return {
    id: 'payments-dev',
    title: 'Payments',
    accountId: '111122223333',
    region: 'eu-central-1',
    environment: 'development',
    readAt: hoursAgo(2),
    truncated: false,
    ...some,
  };
}

export function productSummary(
  some: Partial<ProductSummary> = {},
): ProductSummary {
  return {
    account: 'payments-dev',
    id: 'prod-bucket',
    name: 'Encrypted bucket',
    owner: 'Storage team',
    description: 'A bucket that only its service can read.',
    distributor: 'Platform',
    type: 'CLOUD_FORMATION_TEMPLATE',
    support: {
      email: 'storage@example.com',
      url: 'https://wiki.example.com/buckets/',
      description: 'Weekdays from eight to six.',
    },
    ...some,
  };
}

export function product(some: Partial<ProductDetail> = {}): ProductDetail {
  return {
    ...productSummary(),
    versions: [
      {
        id: 'pa-2',
        name: 'v2',
        description: 'Keeps access logs.',
        createdAt: hoursAgo(48),
      },
      { id: 'pa-1', name: 'v1', guidance: 'deprecated' },
    ],
    launchPaths: [{ id: 'lpv3-storage', name: 'Storage' }],
    budgets: [],
    readAt: hoursAgo(1),
    ...some,
  };
}

export function parameter(
  some: Partial<ProductParameter> = {},
): ProductParameter {
  return {
    key: 'BucketName',
    type: 'String',
    hasDefault: some.default !== undefined,
    noEcho: false,
    allowedValues: [],
    ...some,
  };
}

export function productForm(some: Partial<ProductForm> = {}): ProductForm {
  return {
    groups: [{ parameters: [parameter()] }],
    tagOptions: [],
    constraints: [],
    rules: [],
    outputs: [],
    readAt: hoursAgo(1),
    ...some,
  };
}
