import { z } from 'zod';

/**
 * What the engine prints is as big as the parts of the document that it quotes,
 * so only what is used is looked at.
 */
const messagesSchema = z.object({
  custom_message: z.string().nullish(),
  error_message: z.string().nullish(),
});

const placeSchema = z.object({ path: z.string() });

const unresolvedSchema = z.object({
  traversed_to: placeSchema,
  remaining_query: z.string(),
});

/** What was compared, or how far the engine came. */
const comparisonSchema = z.union([
  z.object({ UnResolved: z.object({ value: unresolvedSchema }) }),
  z.object({ Resolved: z.object({ value: placeSchema }) }),
  z.object({ Resolved: z.object({ from: placeSchema, to: placeSchema }) }),
  z.object({ InResolved: z.object({ from: placeSchema }) }),
  z.object({ UnResolvedContext: z.string() }),
]);

const clauseSchema = z.object({
  context: z.string(),
  messages: messagesSchema,
  check: comparisonSchema,
});

const blockSchema = z.object({
  context: z.string(),
  messages: messagesSchema,
  unresolved: unresolvedSchema.nullish(),
});

export type GuardMessages = z.infer<typeof messagesSchema>;
export type GuardComparison = z.infer<typeof comparisonSchema>;
export type GuardClause = z.infer<typeof clauseSchema>;
export type GuardBlock = z.infer<typeof blockSchema>;

export interface GuardRule {
  name: string;
  messages: GuardMessages;
  checks: GuardCheck[];
}

/** One reason for a failure, or a group of them, as the engine prints it. */
export type GuardCheck =
  | { Rule: GuardRule }
  | { Disjunctions: { checks: GuardCheck[] } }
  | { Block: GuardBlock }
  | { Clause: { Unary: GuardClause } | { Binary: GuardClause } };

function ruleSchemaOf(checkSchema: z.ZodType<GuardCheck>) {
  return z.object({
    name: z.string(),
    messages: messagesSchema,
    checks: z.array(checkSchema),
  });
}

const checkSchema: z.ZodType<GuardCheck> = z.lazy(() =>
  z.union([
    z.object({
      Clause: z.union([
        z.object({ Unary: clauseSchema }),
        z.object({ Binary: clauseSchema }),
      ]),
    }),
    z.object({ Rule: ruleSchemaOf(checkSchema) }),
    z.object({ Disjunctions: z.object({ checks: z.array(checkSchema) }) }),
    z.object({ Block: blockSchema }),
  ]),
);

/** What the engine says of one document. */
const entrySchema = z.object({
  name: z.string(),
  not_compliant: z.array(z.object({ Rule: ruleSchemaOf(checkSchema) })),
  not_applicable: z.array(z.string()),
  compliant: z.array(z.string()),
});

export type GuardEntry = z.infer<typeof entrySchema>;

/**
 * Reads what `cfn-guard validate --structured -o json` prints.
 *
 * @throws Error for anything else.
 */
export function parseGuardOutput(stdout: string): GuardEntry[] {
  return z.array(entrySchema).parse(JSON.parse(stdout));
}
