import { z } from 'zod';
import { entityPathSchema } from '../api/entityPath';
import { defineOperation } from '../api/operation';
import {
  enforcementSchema,
  overallVerdictSchema,
  verdictSchema,
} from '../compliance/verdict';

/**
 * What is known of one stage: where it was reached, and what was found there.
 *
 * @public
 */
export const stageSummarySchema = z.object({
  stage: z.enum(['source', 'pipeline', 'deployed']),
  /** Absent where nothing is known of this stage. */
  verdict: overallVerdictSchema.optional(),
  /** Of the source's check, or of the result. */
  id: z.string().optional(),
  /** Of a result: the pipeline's own name of its run. */
  runId: z.string().optional(),
  commit: z.string().optional(),
  bundleDigest: z.string().optional(),
  subjectDigest: z.string().optional(),
  /** When it was found. */
  at: z.string().optional(),
  /** Where a person sees the run. */
  url: z.string().optional(),
});

/** @public */
export type StageSummary = z.infer<typeof stageSummarySchema>;

/**
 * What a rule gave at a stage. `held` is what SARIF tells of a rule that was
 * evaluated and doesn't fail: it passes, or found nothing that it applies to.
 *
 * @public
 */
export const stageVerdictSchema = z.enum([...verdictSchema.options, 'held']);

/** @public */
export type StageVerdict = z.infer<typeof stageVerdictSchema>;

/** @public */
export const ruleStagesSchema = z.object({
  rule: z.string(),
  title: z.string().optional(),
  /** What a failure does in the environment; absent where the rule is in force no more. */
  enforcement: enforcementSchema.optional(),
  /** Absent where the stage says nothing of this rule. */
  source: stageVerdictSchema.optional(),
  pipeline: stageVerdictSchema.optional(),
  deployed: stageVerdictSchema.optional(),
  /** Whether one stage passes what another one doesn't. */
  disagrees: z.boolean(),
});

/** @public */
export type RuleStages = z.infer<typeof ruleStagesSchema>;

/**
 * A service's stages in one environment, side by side.
 *
 * @public
 */
export const serviceStagesSchema = z.object({
  environment: z.string(),
  /** All that results are known of, the default one first. */
  environments: z.array(z.string()),
  /** Source, pipeline and deployed, in this order. */
  stages: z.array(stageSummarySchema),
  /**
   * Whether the newest deployment is one that a pipeline's passing result of the
   * same documents explains. Absent where nothing was deployed.
   */
  explained: z.boolean().optional(),
  /** Why it isn't, in words. */
  unexplained: z.string().optional(),
  /** The environments whose newest deployment nothing explains, whichever is asked for. */
  unexplainedIn: z.array(z.string()),
  /** The rules that don't hold at some stage that says something of them, disagreements first. */
  rules: z.array(ruleStagesSchema),
  /** How many rules hold at every stage that says something of them. */
  holding: z.number().int(),
});

/** @public */
export type ServiceStages = z.infer<typeof serviceStagesSchema>;

/** @public */
export const getServiceStages = defineOperation({
  id: 'getServiceStages',
  method: 'GET',
  path: '/services/:kind/:namespace/:name/stages',
  summary:
    'What source, pipeline and deployment say of each rule, side by side',
  params: entityPathSchema,
  query: z.object({
    /** The default one where absent. */
    environment: z.string().min(1).max(500).optional(),
  }),
  response: serviceStagesSchema,
});
