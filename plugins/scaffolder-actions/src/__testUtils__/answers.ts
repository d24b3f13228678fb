import {
  ChannelSettings,
  Preflight,
  ProductChange,
  ProductDetail,
  ProductForm,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';

const AT = '2026-03-01T10:00:00.000Z';

export const CHANNEL: ChannelSettings = {
  requiredCheck: 'paved-road / verdict',
  platformTeam: '@meridian/platform',
  githubActions: {
    workflow: 'meridian/pipelines/.github/workflows/paved-road.yml',
    refs: ['v2', 'v1'],
  },
  serviceCatalog: {
    account: 'payments-production',
    productId: 'prod-pipeline',
    parameters: { ConnectionArn: 'arn:aws:codeconnections:eu:1:connection/c' },
    tags: { CostCentre: '4100' },
  },
};

export const PRODUCT: ProductDetail = {
  account: 'payments-development',
  id: 'prod-bucket',
  name: 'Private bucket',
  support: {},
  versions: [
    { id: 'pa-two', name: 'v2', guidance: 'default' },
    { id: 'pa-one', name: 'v1' },
  ],
  launchPaths: [{ id: 'lpv3-one' }],
  budgets: [],
  readAt: AT,
};

export function form(keys: string[]): ProductForm {
  const parameters = keys.map(key => ({
    key,
    type: 'String',
    hasDefault: false,
    noEcho: false,
    allowedValues: [],
  }));
  return {
    groups: [{ parameters }],
    tagOptions: [],
    constraints: [],
    rules: [],
    outputs: [],
    readAt: AT,
  };
}

export function preflight(other: Partial<Preflight> = {}): Preflight {
  return {
    verdict: 'pass',
    environment: 'development',
    blocking: 0,
    advising: 0,
    unknown: 0,
    stops: false,
    results: [],
    passed: 9,
    unresolved: [],
    ...other,
  };
}

export function change(other: Partial<ProductChange>): ProductChange {
  return {
    id: 'change',
    kind: 'launch',
    state: 'running',
    account: 'payments-development',
    name: 'receipts',
    entityRef: 'component:default/payments-api',
    product: { id: 'prod-bucket', name: 'Encrypted bucket' },
    requestedBy: { type: 'user', name: 'user:default/mia.kowalski' },
    requestedAt: AT,
    parameters: [],
    ...other,
  };
}

export function detail(id: string): ProvisionedProductDetail {
  return {
    id,
    account: PRODUCT.account,
    accountTitle: 'Payments, development',
    environment: 'development',
    name: 'documents',
    entityRef: 'component:default/payments-api',
    origin: 'portal',
    product: { id: PRODUCT.id, name: PRODUCT.name },
    status: 'AVAILABLE',
    createdAt: AT,
    outputs: [
      { key: 'BucketName', value: 'documents-4711' },
      { key: 'BucketArn', value: 'arn:aws:s3:::documents-4711' },
    ],
    allowed: { update: true, terminate: true },
    parameters: [],
    changes: [],
  };
}
