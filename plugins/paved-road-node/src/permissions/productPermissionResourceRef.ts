import { RESOURCE_TYPE_PRODUCT } from '@paved-road/backstage-plugin-paved-road-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';

/**
 * What a permission rule sees of a product that is to be launched or updated.
 *
 * @public
 */
export interface ProductResource {
  account: {
    /** As the configuration calls it. */
    id: string;
    /** AWS's number of it, twelve digits. */
    accountId: string;
    environment: string;
  };
  product: {
    id: string;
    name: string;
    /** As Service Catalog has it, in its makers' own words. */
    owner?: string;
  };
}

/**
 * Where one of the values is.
 *
 * @public
 */
export interface ProductResourceFilter {
  key: 'account.id' | 'account.environment' | 'product.id' | 'product.owner';
  values: string[];
}

/**
 * Products, for permission rules of one's own.
 *
 * @public
 */
export const productPermissionResourceRef = createPermissionResourceRef<
  ProductResource,
  ProductResourceFilter
>().with({ pluginId: 'paved-road', resourceType: RESOURCE_TYPE_PRODUCT });
