/**
 * Of a resource that stands for a provisioned product: its id in the portal.
 *
 * @public
 */
export const ANNOTATION_PROVISIONED_PRODUCT =
  'paved-road.io/provisioned-product';
