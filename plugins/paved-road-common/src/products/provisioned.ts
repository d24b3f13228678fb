import { z } from 'zod';
import { overallVerdictSchema } from '../compliance/verdict';

/**
 * How a provisioned product is, in AWS's words, and in ours where AWS knows it
 * not yet (`LAUNCHING`), no longer (`TERMINATED`) or never did (`NOT_LAUNCHED`).
 * `TAINTED` and `ERROR` are failures. `UNKNOWN` is what AWS does not tell.
 *
 * @public
 */
export const provisionedProductStatuses = [
  'AVAILABLE',
  'UNDER_CHANGE',
  'TAINTED',
  'ERROR',
  'PLAN_IN_PROGRESS',
  'LAUNCHING',
  'NOT_LAUNCHED',
  'TERMINATED',
  'UNKNOWN',
] as const;

/** @public */
export const provisionedProductStatusSchema = z.enum(
  provisionedProductStatuses,
);

/** @public */
export type ProvisionedProductStatus = z.infer<
  typeof provisionedProductStatusSchema
>;

/**
 * What is done to a provisioned product.
 *
 * @public
 */
export const changeKindSchema = z.enum([
  'launch',
  'update',
  'action',
  'terminate',
]);

/** @public */
export type ChangeKind = z.infer<typeof changeKindSchema>;

/**
 * How far a change has come: `sending` until AWS is known to have accepted it,
 * then `running`. `refused` is one that AWS did not accept, `interrupted` one
 * that never came to AWS; with neither has anything been changed.
 *
 * @public
 */
export const changeStateSchema = z.enum([
  'sending',
  'running',
  'succeeded',
  'failed',
  'refused',
  'interrupted',
]);

/** @public */
export type ChangeState = z.infer<typeof changeStateSchema>;

/**
 * A value as it was chosen. Secret ones are never kept.
 *
 * @public
 */
export const chosenParameterSchema = z.object({
  key: z.string(),
  /** Absent for a secret, and for what stayed as it was. */
  value: z.string().optional(),
  /** Chosen, chosen and secret, the version's default, or as it was before. */
  kept: z.enum(['value', 'secret', 'default', 'previous']),
});

/** @public */
export type ChosenParameter = z.infer<typeof chosenParameterSchema>;

/**
 * What the rules said before a change was sent.
 *
 * @public
 */
export const preflightSummarySchema = z.object({
  verdict: overallVerdictSchema,
  environment: z.string(),
  bundleDigest: z.string().optional(),
  /** Of the template with the chosen values, `sha256:<hex>`. */
  documentDigest: z.string().optional(),
  /** Rules that fail, by what a fail does in the environment. */
  blocking: z.number().int(),
  advising: z.number().int(),
  /** Rules of which nothing is known. */
  unknown: z.number().int(),
});

/** @public */
export type PreflightSummary = z.infer<typeof preflightSummarySchema>;

/**
 * One launch, update, service action or end of a provisioned product.
 *
 * @public
 */
export const productChangeSchema = z.object({
  id: z.string(),
  kind: changeKindSchema,
  state: changeStateSchema,
  /** `id` of the account. */
  account: z.string(),
  /** Of the provisioned product. */
  name: z.string(),
  /** Whom it is for. */
  entityRef: z.string(),
  product: z.object({ id: z.string(), name: z.string() }),
  requestedBy: z.object({
    type: z.enum(['user', 'service']),
    name: z.string(),
  }),
  /** ISO times. */
  requestedAt: z.string(),
  finishedAt: z.string().optional(),
  version: z.object({ id: z.string(), name: z.string() }).optional(),
  /** Name of the service action. */
  action: z.string().optional(),
  /** True where an end leaves the resources where they are. */
  retainResources: z.boolean().optional(),
  parameters: z.array(chosenParameterSchema),
  preflight: preflightSummarySchema.optional(),
  /** AWS's record of the change. */
  recordId: z.string().optional(),
  /** As AWS calls it, such as `IN_PROGRESS_IN_ERROR`. */
  recordStatus: z.string().optional(),
  /** Why it failed, was refused or interrupted, or what is in its way now. */
  problem: z
    .object({ code: z.string().optional(), message: z.string() })
    .optional(),
});

/** @public */
export type ProductChange = z.infer<typeof productChangeSchema>;

/**
 * A provisioned product as a list shows it.
 *
 * @public
 */
export const provisionedProductSummarySchema = z.object({
  /** Of the portal. */
  id: z.string(),
  /** `id` of the account. */
  account: z.string(),
  accountTitle: z.string(),
  /** Whose enforcement holds in the account; `unknown` for one that is no longer configured. */
  environment: z.string(),
  name: z.string(),
  /** AWS's own id. */
  awsId: z.string().optional(),
  /** Whose it is; absent for what was launched outside and names nobody. */
  entityRef: z.string().optional(),
  /** What was launched outside the portal is shown, and changed elsewhere. */
  origin: z.enum(['portal', 'outside']),
  product: z.object({ id: z.string(), name: z.string() }),
  version: z
    .object({ id: z.string().optional(), name: z.string().optional() })
    .optional(),
  status: provisionedProductStatusSchema,
  /** What AWS says of the status. */
  statusMessage: z.string().optional(),
  /** ISO times. */
  createdAt: z.string(),
  readAt: z.string().optional(),
  /** The change that goes on now. */
  openChange: z
    .object({
      id: z.string(),
      kind: changeKindSchema,
      state: changeStateSchema,
    })
    .optional(),
  outputs: z.array(
    z.object({
      key: z.string(),
      value: z.string(),
      description: z.string().optional(),
    }),
  ),
});

/** @public */
export type ProvisionedProductSummary = z.infer<
  typeof provisionedProductSummarySchema
>;

/**
 * A provisioned product with all that was done to it.
 *
 * @public
 */
export const provisionedProductDetailSchema =
  provisionedProductSummarySchema.extend({
    /** A version to update to: the makers' default or the newest one. */
    newerVersion: z.object({ id: z.string(), name: z.string() }).optional(),
    /** All versions; absent where the account does not answer. */
    versions: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .optional(),
    /** `id` of the launch path that it was launched or updated along last, where one was chosen. */
    path: z.string().optional(),
    /** What the caller may do with it now. */
    allowed: z.object({ update: z.boolean(), terminate: z.boolean() }),
    /** The values that it has now; secret ones without a value. */
    parameters: z.array(chosenParameterSchema),
    /** Newest first. */
    changes: z.array(productChangeSchema),
  });

/** @public */
export type ProvisionedProductDetail = z.infer<
  typeof provisionedProductDetailSchema
>;

/**
 * What is told on the signal channel of provisioned products.
 *
 * @public
 */
export type ProvisionedProductSignal = {
  provisionedProductId: string;
  entityRef: string;
  changeId: string;
  state: ChangeState;
};
