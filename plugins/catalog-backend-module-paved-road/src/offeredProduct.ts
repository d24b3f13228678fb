import {
  ProvisionedProductStatus,
  ProvisionedProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';

/** The statuses in which something stands in the account, in words. */
const STATUS_IN_WORDS = {
  AVAILABLE: 'available',
  UNDER_CHANGE: 'being changed',
  TAINTED: 'its last change failed',
  ERROR: 'failed',
  UNKNOWN: 'status unknown',
} satisfies Partial<Record<ProvisionedProductStatus, string>>;

type OfferedStatus = keyof typeof STATUS_IN_WORDS;

/** A provisioned product that the catalog is to show. */
export type OfferedProduct = ProvisionedProductSummary & {
  entityRef: string;
  status: OfferedStatus;
};

/**
 * What was launched outside is left to who launched it: its tag can be put on
 * by anybody, so it says nothing certain of whose it is.
 */
export function isOffered(
  product: ProvisionedProductSummary,
): product is OfferedProduct {
  return (
    product.entityRef !== undefined &&
    product.origin === 'portal' &&
    product.status in STATUS_IN_WORDS &&
    (product.status !== 'UNKNOWN' || product.awsId !== undefined)
  );
}

export function statusInWords(status: OfferedStatus): string {
  return STATUS_IN_WORDS[status];
}
