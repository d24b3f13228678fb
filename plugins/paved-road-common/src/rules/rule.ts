import { z } from 'zod';
import { enforcementSchema } from '../compliance/verdict';

/**
 * How much harm a violation of the rule can do, most harmful first.
 *
 * @public
 */
export const severities = ['critical', 'high', 'medium', 'low'] as const;

/** @public */
export const severitySchema = z.enum(severities);

/** @public */
export type Severity = z.infer<typeof severitySchema>;

/**
 * The clauses of one framework that a rule serves, such as
 * `{ framework: 'NIST 800-53 Rev 5', clauses: ['CM-2'] }`.
 *
 * @public
 */
export const controlSchema = z.object({
  framework: z.string(),
  clauses: z.array(z.string()),
});

/** @public */
export type Control = z.infer<typeof controlSchema>;

/**
 * What a list of rules shows of each.
 *
 * @public
 */
export const ruleSummarySchema = z.object({
  /** `<pack>/<RULE_NAME>` */
  id: z.string(),
  pack: z.string(),
  name: z.string(),
  /** The name that the rule's source knows it by, such as `CT.S3.PR.1`. */
  alias: z.string().optional(),
  title: z.string(),
  /** Absent where nobody has recorded one. */
  severity: severitySchema.optional(),
  /** As declared by the rule's metadata; never used to decide what runs. */
  resourceTypes: z.array(z.string()),
  frameworks: z.array(z.string()),
  /** Per environment of the configuration. */
  enforcement: z.record(z.string(), enforcementSchema),
  /** False where the rule has no recorded reason: a gap its owner should close. */
  hasRationale: z.boolean(),
  /** Why the rule can't be evaluated; all its verdicts are `unknown`. */
  broken: z.string().optional(),
  /** ISO date on which the decision is to be reviewed. */
  reviewBy: z.string().optional(),
});

/** @public */
export type RuleSummary = z.infer<typeof ruleSummarySchema>;

/** @public */
export const ruleReferenceSchema = z.object({
  title: z.string(),
  url: z.string(),
});

/** @public */
export type RuleReference = z.infer<typeof ruleReferenceSchema>;

/**
 * Where a file of a pack lies, and where a person reads it and proposes a
 * change to it. Links are absent where the pack doesn't come from a host.
 *
 * @public
 */
export const ruleLocationSchema = z.object({
  /** Relative to the pack's root, with forward slashes. */
  path: z.string(),
  /** 1-based. */
  line: z.number().int().positive().optional(),
  viewUrl: z.string().optional(),
  editUrl: z.string().optional(),
});

/** @public */
export type RuleLocation = z.infer<typeof ruleLocationSchema>;

/**
 * What a rule's source says of it that has no field of its own, such as the
 * services of AWS that it is about.
 *
 * @public
 */
export const ruleFactSchema = z.object({
  name: z.string(),
  values: z.array(z.string()),
});

/** @public */
export type RuleFact = z.infer<typeof ruleFactSchema>;

/**
 * Everything that is recorded of a rule.
 *
 * @public
 */
export const ruleDetailSchema = ruleSummarySchema.extend({
  /** SHA-256 of the rule's source, `sha256:<hex>`. */
  digest: z.string(),
  description: z.string().optional(),
  /** Why the rule exists and what goes wrong without it, in Markdown. */
  rationale: z.string().optional(),
  /** How to comply. */
  remediation: z.string().optional(),
  controls: z.array(controlSchema),
  objectives: z.array(z.string()),
  references: z.array(ruleReferenceSchema),
  facts: z.array(ruleFactSchema).optional(),
  /** Entity ref of the people who answer for the rule. */
  owner: z.string().optional(),
  decidedOn: z.string().optional(),
  decidedBy: z.string().optional(),
  source: ruleLocationSchema,
  /** The file that holds the rationale, also where it is still to be written. */
  rationaleSource: ruleLocationSchema.optional(),
  /** Where to propose a change, in the words of the pack's owner. */
  proposeChanges: z.string().optional(),
});

/** @public */
export type RuleDetail = z.infer<typeof ruleDetailSchema>;

/**
 * One unit test of a rule, shown as an example of what passes and what fails.
 *
 * @public
 */
export const ruleExampleSchema = z.object({
  name: z.string(),
  /** The tested document, as YAML. */
  input: z.string(),
  expected: z.enum(['pass', 'fail', 'skip']),
});

/** @public */
export type RuleExample = z.infer<typeof ruleExampleSchema>;

/** @public */
export const ruleSourceSchema = z.object({
  location: ruleLocationSchema,
  /** The whole Guard file. */
  text: z.string(),
  examples: z.array(ruleExampleSchema),
});

/** @public */
export type RuleSource = z.infer<typeof ruleSourceSchema>;
