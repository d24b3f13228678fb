import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { ProvisionedProductStatus } from '@paved-road/backstage-plugin-paved-road-common';
import {
  productsRouteRef,
  provisionedProductsRouteRef,
  provisionedProductUpdateRouteRef,
} from '../../routes';
import { pathWithParams } from '../../shared/useUrlParams';

/** The path of the entity tab, where it is not changed by configuration. */
export const RESOURCES_TAB = 'resources';

/** Makes the address of an entity's tab "Resources". */
export function useResourcesLink(): (entityRef: string) => string {
  const entityLink = useEntityRefLink();
  return entityRef => `${entityLink(entityRef)}/${RESOURCES_TAB}`;
}

/** Makes the address of the list of what is provisioned for an entity. */
export function useProvisionedOfLink(): (
  entityRef: string,
  options?: { ended?: boolean; status?: ProvisionedProductStatus },
) => string {
  const listLink = useRouteRef(provisionedProductsRouteRef);
  return (entityRef, options) =>
    pathWithParams(listLink(), {
      entity: entityRef,
      status: options?.status,
      ended: options?.ended ? 'true' : undefined,
    });
}

/** Makes the address of the products, of which one is to be launched for an entity. */
export function useProductsLinkFor(): (entityRef: string) => string {
  const productsLink = useRouteRef(productsRouteRef);
  return entityRef => pathWithParams(productsLink(), { entity: entityRef });
}

/** Makes the address at which something is updated, to a version if one is named. */
export function useUpdateLink(): (id: string, version?: string) => string {
  const updateLink = useRouteRef(provisionedProductUpdateRouteRef);
  return (id, version) => pathWithParams(updateLink({ id }), { version });
}
