import { z } from 'zod';

const messagesSchema = z.object({
  custom_message: z.string().nullish(),
  error_message: z.string().nullish(),
});

const valueSchema = z.object({ path: z.string(), value: z.unknown() });

const comparisonSchema = z.tuple([z.string(), z.boolean()]);

const unresolvedSchema = z.object({
  value: z.object({
    traversed_to: valueSchema,
    remaining_query: z.string(),
    reason: z.string().nullish(),
  }),
  comparison: comparisonSchema,
});

const checkSchema = z.union([
  z.object({ UnResolved: unresolvedSchema }),
  z.object({
    Resolved: z.object({ value: valueSchema, comparison: comparisonSchema }),
  }),
  z.object({
    Resolved: z.object({
      from: valueSchema,
      to: valueSchema,
      comparison: comparisonSchema,
    }),
  }),
  z.object({
    InResolved: z.object({
      from: valueSchema,
      to: z.array(valueSchema),
      comparison: comparisonSchema,
    }),
  }),
  z.object({ UnResolvedContext: z.string() }),
]);

const clauseSchema = z.object({
  context: z.string(),
  messages: messagesSchema,
  check: checkSchema,
});

/** One reason for a failure, or a group of them, as the engine prints it. */
export type GuardCheck =
  | { Rule: GuardRule }
  | { Disjunctions: { checks: GuardCheck[] } }
  | { Block: z.infer<typeof blockSchema> }
  | { Clause: { Unary: GuardClause } | { Binary: GuardClause } };

export type GuardClause = z.infer<typeof clauseSchema>;
export type GuardMessages = z.infer<typeof messagesSchema>;

export interface GuardRule {
  name: string;
  messages: GuardMessages;
  checks: GuardCheck[];
}

const blockSchema = z.object({
  context: z.string(),
  messages: messagesSchema,
  unresolved: z
    .object({ traversed_to: valueSchema, remaining_query: z.string() })
    .nullish(),
});

const guardCheckSchema: z.ZodType<GuardCheck> = z.lazy(() =>
  z.union([
    z.object({ Rule: ruleSchema }),
    z.object({
      Disjunctions: z.object({ checks: z.array(guardCheckSchema) }),
    }),
    z.object({ Block: blockSchema }),
    z.object({
      Clause: z.union([
        z.object({ Unary: clauseSchema }),
        z.object({ Binary: clauseSchema }),
      ]),
    }),
  ]),
);

const ruleSchema = z.object({
  name: z.string(),
  messages: messagesSchema,
  checks: z.array(guardCheckSchema),
});

/** What the engine says of one document. */
const entrySchema = z.object({
  not_compliant: z.array(z.object({ Rule: ruleSchema })),
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
