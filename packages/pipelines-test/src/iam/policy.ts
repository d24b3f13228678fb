import { z } from 'zod';

const strings = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform(value => [value].flat());

const statementSchema = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: z.unknown().optional(),
    Action: strings.optional(),
    NotAction: strings.optional(),
    Resource: strings.optional(),
    NotResource: strings.optional(),
    Condition: z
      .record(
        z.string(),
        z.record(
          z.string(),
          z.union([strings, z.boolean().transform(value => [String(value)])]),
        ),
      )
      .default({}),
  })
  .refine(
    ({ Action, NotAction }) =>
      (Action === undefined) !== (NotAction === undefined),
    'needs either Action or NotAction',
  )
  .refine(
    ({ Resource, NotResource }) =>
      Resource === undefined || NotResource === undefined,
    'can’t have both Resource and NotResource',
  );

/** A policy with the elements that the pipelines use; any other is an error. */
export const policySchema = z.strictObject({
  Version: z.literal('2012-10-17'),
  Statement: z
    .union([statementSchema, z.array(statementSchema).min(1)])
    .transform(value => [value].flat()),
});

export type Policy = z.output<typeof policySchema>;
export type Statement = Policy['Statement'][number];
