import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';

/** What can be chosen: a component by its ref and its name. */
export interface EntityChoice {
  entityRef: string;
  title: string;
}

/** The components of the reader and their teams. */
export function useOwnedEntities() {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  return useAsyncRetry(async (): Promise<EntityChoice[]> => {
    const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
    if (ownershipEntityRefs.length === 0) {
      return [];
    }
    const { items } = await catalogApi.getEntities({
      filter: {
        kind: 'Component',
        [`relations.${RELATION_OWNED_BY}`]: ownershipEntityRefs,
      },
      fields: ['kind', 'metadata.namespace', 'metadata.name', 'metadata.title'],
    });
    return items
      .map(entity => ({
        entityRef: stringifyEntityRef(entity),
        title: entity.metadata.title ?? entity.metadata.name,
      }))
      .sort((one, other) => one.title.localeCompare(other.title));
  }, [catalogApi, identityApi]);
}
