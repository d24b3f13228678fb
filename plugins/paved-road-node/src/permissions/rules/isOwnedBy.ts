import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { productPermissionResourceRef } from '../productPermissionResourceRef';

/** Of one of the owners, who are Service Catalog's text and no entity refs. */
export const isOwnedBy = createPermissionRule({
  name: 'IS_OWNED_BY',
  description: 'Allow products of one of these owners',
  resourceRef: productPermissionResourceRef,
  paramsSchema: z.object({
    owners: z
      .array(z.string())
      .describe('Owners, letter by letter as Service Catalog has them'),
  }),
  apply: ({ product }, { owners }) =>
    product.owner !== undefined && owners.includes(product.owner),
  toQuery: ({ owners }) => ({ key: 'product.owner', values: owners }),
});
