import { z } from 'zod';

/**
 * An account and region that products are launched in, as the configuration
 * names them.
 *
 * @public
 */
export const productAccountSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** AWS's number of the account, twelve digits. */
  accountId: z.string(),
  region: z.string(),
  /** The environment whose enforcement holds there. */
  environment: z.string(),
});

/** @public */
export type ProductAccount = z.infer<typeof productAccountSchema>;

/**
 * Why an account does not answer, and what can be done about it.
 *
 * @public
 */
export const productProblemSchema = z.object({
  code: z.enum(['no-access', 'throttled', 'unreachable', 'refused']),
  message: z.string(),
});

/** @public */
export type ProductProblem = z.infer<typeof productProblemSchema>;

/**
 * A product as a list shows it.
 *
 * @public
 */
export const productSummarySchema = z.object({
  /** `id` of the account. */
  account: z.string(),
  id: z.string(),
  name: z.string(),
  owner: z.string().optional(),
  description: z.string().optional(),
  distributor: z.string().optional(),
  /** As AWS calls it, such as `CLOUD_FORMATION_TEMPLATE`. */
  type: z.string().optional(),
  support: z.object({
    email: z.string().optional(),
    url: z.string().optional(),
    description: z.string().optional(),
  }),
});

/** @public */
export type ProductSummary = z.infer<typeof productSummarySchema>;

/** @public */
export const productVersionSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  /** ISO time. */
  createdAt: z.string().optional(),
  /** `default` for the one to take, `deprecated` for those that can't be launched any more. */
  guidance: z.enum(['default', 'deprecated']).optional(),
});

/** @public */
export type ProductVersion = z.infer<typeof productVersionSchema>;

/**
 * Through which portfolio a product is launched.
 *
 * @public
 */
export const launchPathSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
});

/** @public */
export type LaunchPath = z.infer<typeof launchPathSchema>;

/**
 * A product with all that is known before a version is chosen.
 *
 * @public
 */
export const productDetailSchema = productSummarySchema.extend({
  /** The one to take first. */
  versions: z.array(productVersionSchema),
  launchPaths: z.array(launchPathSchema),
  budgets: z.array(z.string()),
  /** ISO time at which the account was asked. */
  readAt: z.string(),
});

/** @public */
export type ProductDetail = z.infer<typeof productDetailSchema>;
