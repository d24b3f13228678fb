import { z } from 'zod';
import { severitySchema } from '../rules/rule';
import { documentFormatSchema, findingSchema } from './report';
import {
  enforcementSchema,
  overallVerdictSchema,
  verdictSchema,
} from './verdict';

/**
 * Why a service's status is `unknown`.
 *
 * @public
 */
export const unknownReasonSchema = z.object({
  code: z.enum([
    'never-checked',
    'no-documents',
    'document-error',
    'rule-error',
    'stale',
    'check-failed',
  ]),
  message: z.string(),
});

/** @public */
export type UnknownReason = z.infer<typeof unknownReasonSchema>;

/**
 * How many rules reached which verdict; `blocking` and `advising` split `fail`
 * by what it does in the default environment.
 *
 * @public
 */
export const verdictCountsSchema = z.object({
  pass: z.number().int(),
  fail: z.number().int(),
  skip: z.number().int(),
  exempt: z.number().int(),
  unknown: z.number().int(),
  blocking: z.number().int(),
  advising: z.number().int(),
});

/** @public */
export type VerdictCounts = z.infer<typeof verdictCountsSchema>;

/**
 * Where a check stands.
 *
 * @public
 */
export const checkStateSchema = z.enum([
  'queued',
  'running',
  'finished',
  'failed',
]);

/** @public */
export type CheckState = z.infer<typeof checkStateSchema>;

/**
 * A service's status, derived from its newest finished check.
 *
 * @public
 */
export const serviceStatusSchema = z.object({
  entityRef: z.string(),
  title: z.string().optional(),
  owner: z.string().optional(),
  verdict: overallVerdictSchema,
  /** Always there when the verdict is `unknown`. */
  reason: unknownReasonSchema.optional(),
  /** True where the newest check is older than the configured freshness. */
  stale: z.boolean(),
  /** False where the rules have changed since the newest check. */
  bundleCurrent: z.boolean(),
  counts: verdictCountsSchema,
  /** The worst severity among the failing rules. */
  worstSeverity: severitySchema.optional(),
  checkId: z.string().optional(),
  /** ISO time at which the newest check finished. */
  checkedAt: z.string().optional(),
  /** The check that is waiting or running now. */
  pending: z
    .object({ checkId: z.string(), state: checkStateSchema })
    .optional(),
});

/** @public */
export type ServiceStatus = z.infer<typeof serviceStatusSchema>;

/**
 * One document of a check, without its content.
 *
 * @public
 */
export const checkedDocumentSchema = z.object({
  path: z.string(),
  format: documentFormatSchema,
  digest: z.string().optional(),
  error: z.string().optional(),
  /** Where a person reads the document. */
  viewUrl: z.string().optional(),
});

/** @public */
export type CheckedDocument = z.infer<typeof checkedDocumentSchema>;

/** @public */
export const serviceFindingSchema = findingSchema.extend({
  /** The document's path, one of the check's documents. */
  document: z.string(),
});

/** @public */
export type ServiceFinding = z.infer<typeof serviceFindingSchema>;

/**
 * One rule's verdict over all documents of a service.
 *
 * @public
 */
export const serviceRuleResultSchema = z.object({
  rule: z.string(),
  title: z.string(),
  alias: z.string().optional(),
  severity: severitySchema.optional(),
  owner: z.string().optional(),
  /** Why the rule exists, in one line: `ruleReason` of the rule. */
  why: z.string().optional(),
  verdict: verdictSchema,
  enforcement: enforcementSchema,
  /** Why the verdict is `unknown`. */
  reason: z.string().optional(),
  remediation: z.string().optional(),
  findings: z.array(serviceFindingSchema),
});

/** @public */
export type ServiceRuleResult = z.infer<typeof serviceRuleResultSchema>;

/**
 * One check as it is kept: never changed once finished, never deleted.
 *
 * @public
 */
export const checkSummarySchema = z.object({
  id: z.string(),
  entityRef: z.string(),
  state: checkStateSchema,
  trigger: z.enum(['schedule', 'request']),
  /** Entity ref of the person who asked; absent for the schedule. */
  requestedBy: z.string().optional(),
  requestedAt: z.string(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  bundleDigest: z.string().optional(),
  engineVersion: z.string().optional(),
  verdict: overallVerdictSchema.optional(),
  counts: verdictCountsSchema.optional(),
  /** Why the check itself failed. */
  error: z.string().optional(),
});

/** @public */
export type CheckSummary = z.infer<typeof checkSummarySchema>;

/** @public */
export const checkDetailSchema = checkSummarySchema.extend({
  documents: z.array(checkedDocumentSchema),
  results: z.array(serviceRuleResultSchema),
});

/** @public */
export type CheckDetail = z.infer<typeof checkDetailSchema>;

/**
 * All that a service's compliance page shows.
 *
 * @public
 */
export const serviceComplianceSchema = z.object({
  status: serviceStatusSchema,
  documents: z.array(checkedDocumentSchema),
  results: z.array(serviceRuleResultSchema),
});

/** @public */
export type ServiceCompliance = z.infer<typeof serviceComplianceSchema>;

/**
 * The lines of a document around a finding, read anew from the source.
 *
 * @public
 */
export const excerptSchema = z.object({
  path: z.string(),
  /** 1-based number of the first line. */
  startLine: z.number().int().positive(),
  lines: z.array(z.string()),
  /** True where the document has changed since the check; then `lines` is empty. */
  changed: z.boolean(),
  viewUrl: z.string().optional(),
});

/** @public */
export type Excerpt = z.infer<typeof excerptSchema>;
