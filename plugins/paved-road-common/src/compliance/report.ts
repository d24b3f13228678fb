import { z } from 'zod';
import { engineInfoSchema } from '../rules/bundle';
import {
  enforcementSchema,
  overallVerdictSchema,
  verdictSchema,
} from './verdict';

/**
 * The kinds of infrastructure as code that a check reads.
 *
 * @public
 */
export const documentFormatSchema = z.enum([
  'cloudformation-yaml',
  'cloudformation-json',
  'cdk',
  'terraform-plan',
  'unknown',
]);

/** @public */
export type DocumentFormat = z.infer<typeof documentFormatSchema>;

/**
 * One reason for a `fail`.
 *
 * @public
 */
export const findingSchema = z.object({
  /** Logical id of CloudFormation, or address of Terraform. */
  resource: z.string().optional(),
  /** From the document's root, such as `/Resources/Logs/Properties/BucketName`. */
  propertyPath: z.string(),
  /** 1-based. */
  line: z.number().int().positive().optional(),
  /** 1-based. */
  column: z.number().int().positive().optional(),
  message: z.string(),
  remediation: z.string().optional(),
});

/** @public */
export type Finding = z.infer<typeof findingSchema>;

/** @public */
export const ruleResultSchema = z.object({
  /** `<pack>/<RULE_NAME>` */
  rule: z.string(),
  verdict: verdictSchema,
  enforcement: enforcementSchema,
  findings: z.array(findingSchema),
  /** Why the verdict is `unknown`. */
  reason: z.string().optional(),
});

/** @public */
export type RuleResult = z.infer<typeof ruleResultSchema>;

/** @public */
export const documentReportSchema = z.object({
  path: z.string(),
  format: documentFormatSchema,
  /** SHA-256 of the document's bytes as read, `sha256:<hex>`. */
  digest: z.string(),
  /** Why the document could not be checked; every result is then `unknown`. */
  error: z.string().optional(),
  results: z.array(ruleResultSchema),
});

/** @public */
export type DocumentReport = z.infer<typeof documentReportSchema>;

/**
 * The outcome of a check: the contract that other tools read.
 *
 * @public
 */
export const checkReportSchema = z.object({
  bundle: z.object({ digest: z.string() }),
  engine: engineInfoSchema,
  verdict: overallVerdictSchema,
  documents: z.array(documentReportSchema),
});

/** @public */
export type CheckReport = z.infer<typeof checkReportSchema>;
