/**
 * Glob patterns of a service's infrastructure documents, separated by commas,
 * relative to the entity's source location: `infra/*.yaml, cdk.out/*.template.json`.
 *
 * @public
 */
export const ANNOTATION_DOCUMENTS = 'paved-road.io/documents';

/**
 * The signal channel on which the progress of checks is told.
 *
 * @public
 */
export const SIGNAL_CHANNEL_CHECKS = 'paved-road:checks';

/**
 * The signal channel on which changes of provisioned products are told.
 *
 * @public
 */
export const SIGNAL_CHANNEL_PROVISIONED_PRODUCTS =
  'paved-road:provisioned-products';

/**
 * The tag that says on AWS which entity a provisioned product belongs to.
 *
 * @public
 */
export const TAG_ENTITY = 'paved-road:entity';

/**
 * The tag that says by which change of the portal it was launched.
 *
 * @public
 */
export const TAG_CHANGE = 'paved-road:change';
