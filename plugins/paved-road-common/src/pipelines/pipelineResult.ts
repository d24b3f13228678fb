import { z } from 'zod';
import { serviceFindingSchema } from '../compliance/service';
import {
  enforcementSchema,
  overallVerdictSchema,
  verdictSchema,
} from '../compliance/verdict';

/** @public */
export const pipelineDigestSchema = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits');

/** @public */
export const pipelineCommitSchema = z
  .string()
  .regex(/^[0-9a-f]{40}$/, 'must be the 40 hexadecimal digits of a commit');

/**
 * Where in the channel a result was reached: checked by the platform's pipeline,
 * or seen where it was deployed.
 *
 * @public
 */
export const pipelineStageSchema = z.enum(['pipeline', 'deployed']);

/** @public */
export type PipelineStage = z.infer<typeof pipelineStageSchema>;

/**
 * What the pipeline says of itself. It is kept and shown, and never believed:
 * the portal's own verdict is `verdict`.
 *
 * @public
 */
export const pipelineOutcomeSchema = z.enum([
  'passed',
  'failed',
  'deployed',
  'stopped',
]);

/** @public */
export type PipelineOutcome = z.infer<typeof pipelineOutcomeSchema>;

/**
 * A document that the pipeline has checked.
 *
 * @public
 */
export const pipelineDocumentSchema = z.object({
  /** Relative to the repository's root, with forward slashes. */
  path: z
    .string()
    .min(1)
    .max(1000)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'may hold no control characters')
    .refine(
      path => !path.startsWith('/') && !/(^|\/)\.{0,2}(\/|$)/.test(path),
      "must be relative, without '.', '..' or empty parts",
    ),
  digest: pipelineDigestSchema,
});

/** @public */
export type PipelineDocument = z.infer<typeof pipelineDocumentSchema>;

/**
 * Why a verdict isn't `pass`. The last three leave it `unknown`, the others fail
 * it.
 *
 * @public
 */
export const pipelineReasonCodeSchema = z.enum([
  'no-rules',
  'no-documents',
  'unknown-rule',
  'other-bundle',
  'document-mismatch',
  'subject-mismatch',
  'blocking-findings',
  'not-evaluated',
  'unknown-verdict',
  'missing-packs',
]);

/** @public */
export type PipelineReasonCode = z.infer<typeof pipelineReasonCodeSchema>;

/** @public */
export const pipelineReasonSchema = z.object({
  code: pipelineReasonCodeSchema,
  message: z.string(),
});

/** @public */
export type PipelineReason = z.infer<typeof pipelineReasonSchema>;

/**
 * What a pipeline said, and what the portal makes of it; never changed, never
 * deleted.
 *
 * @public
 */
export const pipelineResultSummarySchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  runId: z.string(),
  stage: pipelineStageSchema,
  /** Who spoke; `title` is the id where the pipeline is configured no more. */
  pipeline: z.object({ id: z.string(), title: z.string() }),
  commit: z.string(),
  environment: z.string(),
  subjectDigest: z.string(),
  bundleDigest: z.string(),
  outcome: pipelineOutcomeSchema,
  /**
   * Whether this may be in the environment, by the portal's own judgement on the
   * day it came. A failure that only advises there is counted and doesn't fail it.
   */
  verdict: overallVerdictSchema,
  /** Empty where the verdict is `pass`. */
  reasons: z.array(pipelineReasonSchema),
  /** Of rules. */
  counts: z.object({
    evaluated: z.number().int(),
    blocking: z.number().int(),
    advising: z.number().int(),
    unknown: z.number().int(),
  }),
  /** Where a person sees the run. */
  url: z.string().optional(),
  /** As the pipeline says. */
  startedAt: z.string().optional(),
  /** As the pipeline says. */
  finishedAt: z.string().optional(),
  receivedAt: z.string(),
});

/** @public */
export type PipelineResultSummary = z.infer<typeof pipelineResultSummarySchema>;

/** @public */
export const pipelineRuleResultSchema = z.object({
  rule: z.string(),
  verdict: verdictSchema.extract(['fail', 'unknown']),
  enforcement: enforcementSchema,
  /** Why the verdict is `unknown`. */
  reason: z.string().optional(),
  findings: z.array(serviceFindingSchema),
});

/** @public */
export type PipelineRuleResult = z.infer<typeof pipelineRuleResultSchema>;

/** @public */
export const pipelineResultSchema = pipelineResultSummarySchema.extend({
  documents: z.array(pipelineDocumentSchema),
  /** The rules that fail or gave no verdict. */
  results: z.array(pipelineRuleResultSchema),
  /** The rules that were evaluated and don't fail; SARIF doesn't tell `pass` from `skip`. */
  heldRules: z.array(z.string()),
});

/** @public */
export type PipelineResult = z.infer<typeof pipelineResultSchema>;
