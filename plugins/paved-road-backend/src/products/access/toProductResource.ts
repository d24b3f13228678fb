import {
  ProductAccount,
  ProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ProductResource } from '@paved-road/backstage-plugin-paved-road-node/permissions';

/** A product as permission rules see it. */
export function toProductResource(
  { id, accountId, environment }: ProductAccount,
  product: Pick<ProductSummary, 'id' | 'name' | 'owner'>,
): ProductResource {
  return {
    account: { id, accountId, environment },
    product: { id: product.id, name: product.name, owner: product.owner },
  };
}
