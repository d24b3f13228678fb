import { z } from 'zod';
import { findingSchema } from '../compliance/report';
import { enforcementSchema, overallVerdictSchema } from '../compliance/verdict';
import { preflightSummarySchema } from './provisioned';

/**
 * What the rules say of a template with the chosen values.
 *
 * @public
 */
export const preflightSchema = preflightSummarySchema.extend({
  verdict: overallVerdictSchema,
  /** True where the change is not sent: a rule that blocks fails or is unknown. */
  stops: z.boolean(),
  /** Rules that fail or are unknown, those that stop first. */
  results: z.array(
    z.object({
      /** `<pack>/<RULE_NAME>` */
      rule: z.string(),
      title: z.string().optional(),
      severity: z.enum(['critical', 'high', 'medium', 'low']).optional(),
      enforcement: enforcementSchema,
      verdict: z.enum(['fail', 'unknown']),
      /** Why nothing is known of it. */
      reason: z.string().optional(),
      findings: z.array(findingSchema),
    }),
  ),
  /** How many rules passed. */
  passed: z.number().int(),
  /** Parts of the template that can't be known before the launch. */
  unresolved: z.array(
    z.object({
      resource: z.string().optional(),
      propertyPath: z.string(),
      reason: z.string(),
    }),
  ),
  /** Why nothing could be checked. */
  problem: z.string().optional(),
});

/** @public */
export type Preflight = z.infer<typeof preflightSchema>;

/**
 * What a change would do to single resources, from AWS's own plan.
 *
 * @public
 */
export const changePlanSchema = z.object({
  resourceChanges: z.array(
    z.object({
      action: z.enum(['ADD', 'MODIFY', 'REMOVE']),
      logicalId: z.string(),
      resourceType: z.string().optional(),
      /** Whether the resource is made anew, and what it keeps is lost. */
      replacement: z.enum(['TRUE', 'FALSE', 'CONDITIONAL']).optional(),
      /** Properties and the like that change. */
      scope: z.array(z.string()),
    }),
  ),
  /** Why there is no plan; then nothing is known of the resources. */
  problem: z
    .object({
      code: z.enum(['not-allowed', 'failed', 'unreachable']),
      message: z.string(),
    })
    .optional(),
});

/** @public */
export type ChangePlan = z.infer<typeof changePlanSchema>;
