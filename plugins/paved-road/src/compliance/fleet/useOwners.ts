import useAsync from 'react-use/esm/useAsync';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';

const OWNED_BY = 'relations.ownedBy';

/** The entity refs of all who own a service on the paved road. */
export function useOwners(): { owners: string[]; error?: Error } {
  const catalogApi = useApi(catalogApiRef);
  const { value, error } = useAsync(async () => {
    const { facets } = await catalogApi.getEntityFacets({
      facets: [OWNED_BY],
      filter: {
        [`metadata.annotations.${ANNOTATION_DOCUMENTS}`]: CATALOG_FILTER_EXISTS,
      },
    });
    return (facets[OWNED_BY] ?? []).map(facet => facet.value).sort();
  }, [catalogApi]);
  return { owners: value ?? [], error };
}
