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
