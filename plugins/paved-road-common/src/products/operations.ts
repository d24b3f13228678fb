import { z } from 'zod';
import { defineOperation } from '../api/operation';
import { severalOf } from '../api/query';
import { productFormSchema } from './form';
import {
  productAccountSchema,
  productDetailSchema,
  productProblemSchema,
  productSummarySchema,
} from './product';

const term = z.string().min(1).max(200);

const productPathSchema = z.object({ account: term, product: term });

/** @public */
export const listProducts = defineOperation({
  id: 'listProducts',
  method: 'GET',
  path: '/products',
  summary: 'The products that can be launched, account by account',
  query: z.object({
    account: severalOf(term),
    owner: severalOf(term),
    /** As AWS calls it, such as `CLOUD_FORMATION_TEMPLATE`. */
    type: severalOf(term),
    /** Words that all have to occur in the name, the description, the owner or the distributor. */
    text: term.optional(),
  }),
  response: z.object({
    items: z.array(productSummarySchema),
    /** How many products there are before any filter. */
    totalItems: z.number().int(),
    /** All accounts, and what is the matter with those that do not answer. */
    accounts: z.array(
      productAccountSchema.extend({
        /** ISO time at which the account was asked. */
        readAt: z.string().optional(),
        /** True where there are more products than are read. */
        truncated: z.boolean(),
        problem: productProblemSchema.optional(),
      }),
    ),
    facets: z.object({
      owners: z.array(z.string()),
      types: z.array(z.string()),
    }),
  }),
});

/** @public */
export const getProduct = defineOperation({
  id: 'getProduct',
  method: 'GET',
  path: '/products/:account/:product',
  summary: 'One product, with its versions',
  params: productPathSchema,
  response: productDetailSchema,
});

/** @public */
export const getProductForm = defineOperation({
  id: 'getProductForm',
  method: 'GET',
  path: '/products/:account/:product/versions/:version/form',
  summary: 'What a version of a product asks of those who launch it',
  params: productPathSchema.extend({ version: term }),
  query: z.object({
    /** `id` of a launch path; needed where there is more than one. */
    path: term.optional(),
  }),
  response: productFormSchema,
});
