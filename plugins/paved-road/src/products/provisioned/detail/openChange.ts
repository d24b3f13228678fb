import {
  ProductChange,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';

/** A change that goes on, with as much as is known of it. */
export type OpenChange = NonNullable<ProvisionedProductDetail['openChange']> &
  Partial<ProductChange>;

/** The change of a provisioned product that goes on now. */
export function openChangeOf(
  product: Pick<ProvisionedProductDetail, 'openChange' | 'changes'>,
): OpenChange | undefined {
  const { openChange, changes } = product;
  return (
    openChange && (changes.find(({ id }) => id === openChange.id) ?? openChange)
  );
}
