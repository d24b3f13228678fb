/**
 * Glob patterns of a service's infrastructure documents, separated by commas,
 * relative to the entity's source location: `infra/*.yaml, cdk.out/*.template.json`.
 *
 * @public
 */
export const ANNOTATION_DOCUMENTS = 'paved-road.io/documents';

/**
 * The golden path that a service came from: the entity ref of its template.
 *
 * @public
 */
export const ANNOTATION_GOLDEN_PATH = 'paved-road.io/golden-path';

/**
 * The version of the golden path that a service has.
 *
 * @public
 */
export const ANNOTATION_GOLDEN_PATH_VERSION =
  'paved-road.io/golden-path-version';

/**
 * The pipeline that a service says is its own: `github-actions:<owner>/<repository>`
 * or `service-catalog:<name of the provisioned product>`. A claim, which is looked
 * into before it is believed.
 *
 * @public
 */
export const ANNOTATION_PIPELINE = 'paved-road.io/pipeline';

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
