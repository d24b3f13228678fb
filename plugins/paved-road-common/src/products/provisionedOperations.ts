import { z } from 'zod';
import { defineOperation } from '../api/operation';
import { flagSchema, pagingSchema, severalOf } from '../api/query';
import { changePlanSchema, preflightSchema } from './preflight';
import { productAccountSchema } from './product';
import {
  productChangeSchema,
  provisionedProductDetailSchema,
  provisionedProductStatusSchema,
  provisionedProductSummarySchema,
} from './provisioned';

const term = z.string().min(1).max(200);
const entityRef = z.string().min(1).max(500);

/** Two of the same key would make it unclear which one counts. */
const parametersSchema = z
  .array(
    z.object({
      key: z.string().min(1).max(1000),
      value: z.string(),
    }),
  )
  .max(200)
  .refine(
    parameters =>
      new Set(parameters.map(({ key }) => key)).size === parameters.length,
    'name each key once',
  );

const tagsSchema = z
  .array(
    z.object({ key: z.string().min(1).max(128), value: z.string().max(256) }),
  )
  .max(40)
  .refine(
    tags => new Set(tags.map(({ key }) => key)).size === tags.length,
    'name each key once',
  );

/**
 * A name as AWS takes it.
 *
 * @public
 */
export const provisionedProductNameSchema = z
  .string()
  .max(128, 'is longer than 128 characters')
  .regex(
    /^[a-zA-Z0-9][a-zA-Z0-9._-]*$/,
    'use letters, digits, dots, hyphens and underscores, and begin with a letter or a digit',
  );

const launchChoice = z.object({
  account: term,
  product: term,
  /** `id` of the version. */
  version: term,
  /** `id` of the launch path; needed where there is more than one. */
  path: term.optional(),
  /** Whom it is for. */
  entityRef,
  /** Only what is chosen; the others have their defaults. */
  parameters: parametersSchema,
});

/** @public */
export const preflightLaunch = defineOperation({
  id: 'preflightLaunch',
  method: 'POST',
  path: '/preflight',
  summary: 'What the rules say of a product with the chosen values',
  body: launchChoice,
  response: preflightSchema,
});

/** @public */
export const planLaunch = defineOperation({
  id: 'planLaunch',
  method: 'POST',
  path: '/plan',
  summary: 'What a launch would make, by AWS’s own plan; takes some seconds',
  body: launchChoice.extend({ tags: tagsSchema.default([]) }),
  response: changePlanSchema,
});

/** A change to be made, once however often it is asked for. */
const changeId = z
  .uuid('is no UUID; make a new one for each change')
  .describe('Made by the caller: the same one again answers the same change');

/**
 * A change as it was taken, and what it is done to.
 *
 * @public
 */
export const changeAnswerSchema = z.object({
  provisionedProductId: z.string(),
  change: productChangeSchema,
});

/** @public */
export type ChangeAnswer = z.infer<typeof changeAnswerSchema>;

/** @public */
export const launchProduct = defineOperation({
  id: 'launchProduct',
  method: 'POST',
  path: '/provisioned-products',
  status: 202,
  summary:
    'Launch a product for an entity; refused where a rule that blocks fails',
  body: launchChoice.extend({
    changeId,
    name: provisionedProductNameSchema,
    tags: tagsSchema.default([]),
  }),
  response: changeAnswerSchema,
});

const provisionedPath = z.object({ id: z.string().min(1).max(100) });
const onProvisioned = '/provisioned-products/:id';

const updateChoice = z.object({
  /** `id` of the version to update to. */
  version: term,
  path: term.optional(),
  /** Only what is to be another; all else keeps what it has. */
  parameters: parametersSchema,
});

/** @public */
export const preflightUpdate = defineOperation({
  id: 'preflightUpdate',
  method: 'POST',
  path: `${onProvisioned}/preflight`,
  summary: 'What the rules say of a provisioned product with other values',
  params: provisionedPath,
  body: updateChoice,
  response: preflightSchema,
});

/** @public */
export const planUpdate = defineOperation({
  id: 'planUpdate',
  method: 'POST',
  path: `${onProvisioned}/plan`,
  summary: 'What an update would change, by AWS’s own plan; takes some seconds',
  params: provisionedPath,
  body: updateChoice,
  response: changePlanSchema,
});

/** @public */
export const updateProvisionedProduct = defineOperation({
  id: 'updateProvisionedProduct',
  method: 'POST',
  path: `${onProvisioned}/update`,
  status: 202,
  summary: 'Update to another version or other values',
  params: provisionedPath,
  body: updateChoice.extend({ changeId }),
  response: changeAnswerSchema,
});

/** @public */
export const listServiceActions = defineOperation({
  id: 'listServiceActions',
  method: 'GET',
  path: `${onProvisioned}/actions`,
  summary: 'What its makers let one do with a provisioned product',
  params: provisionedPath,
  response: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        description: z.string().optional(),
      }),
    ),
  }),
});

/** @public */
export const runServiceAction = defineOperation({
  id: 'runServiceAction',
  method: 'POST',
  path: `${onProvisioned}/actions/:action`,
  status: 202,
  summary: 'Run a service action',
  params: provisionedPath.extend({ action: term }),
  body: z.object({ changeId }),
  response: changeAnswerSchema,
});

/** @public */
export const terminateProvisionedProduct = defineOperation({
  id: 'terminateProvisionedProduct',
  method: 'POST',
  path: `${onProvisioned}/terminate`,
  status: 202,
  summary: 'End a provisioned product',
  params: provisionedPath,
  body: z.object({
    changeId,
    /** Its name once more, so that it is not another one by mistake. */
    confirmedName: z.string().max(200),
    /** Leaves the resources where they are, and forgets them. */
    retainResources: z.boolean().default(false),
  }),
  response: changeAnswerSchema,
});

/** @public */
export const listProvisionedProducts = defineOperation({
  id: 'listProvisionedProducts',
  method: 'GET',
  path: '/provisioned-products',
  summary: 'The provisioned products of the entities that the caller may see',
  query: pagingSchema.extend({
    entityRef: severalOf(entityRef),
    account: severalOf(term),
    status: severalOf(provisionedProductStatusSchema),
    /** A part of the name. */
    text: term.optional(),
    /** With those that are no more, and those that never were. */
    ended: flagSchema,
  }),
  response: z.object({
    items: z.array(provisionedProductSummarySchema),
    nextCursor: z.string().optional(),
    totalItems: z.number().int(),
    /** All that are configured, whatever is shown. */
    accounts: z.array(productAccountSchema),
  }),
});

/** @public */
export const getProvisionedProduct = defineOperation({
  id: 'getProvisionedProduct',
  method: 'GET',
  path: onProvisioned,
  summary: 'A provisioned product with all that was done to it',
  params: provisionedPath,
  response: provisionedProductDetailSchema,
});

/** @public */
export const getProductChange = defineOperation({
  id: 'getProductChange',
  method: 'GET',
  path: '/product-changes/:id',
  summary: 'How far a change has come',
  params: provisionedPath,
  response: changeAnswerSchema,
});
