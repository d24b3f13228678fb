import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { productPermissionResourceRef } from '../productPermissionResourceRef';

/** One of the products, whose ids differ from account to account unless they are shared. */
export const isProduct = createPermissionRule({
  name: 'IS_PRODUCT',
  description: 'Allow these products',
  resourceRef: productPermissionResourceRef,
  paramsSchema: z.object({
    products: z
      .array(z.string())
      .describe('Ids of products in AWS, such as prod-abcdzk7xy33qa'),
  }),
  apply: ({ product }, { products }) => products.includes(product.id),
  toQuery: ({ products }) => ({ key: 'product.id', values: products }),
});
