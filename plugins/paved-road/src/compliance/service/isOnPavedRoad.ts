import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';

/**
 * Whether an entity says where its infrastructure documents lie.
 *
 * @public
 */
export function isOnPavedRoad(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[ANNOTATION_DOCUMENTS]?.trim());
}
