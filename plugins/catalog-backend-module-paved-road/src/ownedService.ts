import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What a resource takes over from the service that it belongs to. */
export interface OwnedService {
  entityRef: string;
  namespace: string;
  owner: string;
  system?: string;
  /** By which policies tell, for instance, what is confidential. */
  labels?: Record<string, string>;
}

/** What must be read of an entity for that. */
export const OWNED_SERVICE_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.labels',
  'relations',
];

/** @returns undefined where it has no owner, without which no resource can be */
export function toOwnedService(entity: Entity): OwnedService | undefined {
  const targetsOf = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef);

  const [owner] = targetsOf(RELATION_OWNED_BY);
  return owner === undefined
    ? undefined
    : {
        entityRef: stringifyEntityRef(entity),
        namespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
        owner,
        labels: entity.metadata.labels,
        system: targetsOf(RELATION_PART_OF).find(
          ref => parseEntityRef(ref).kind === 'system',
        ),
      };
}
