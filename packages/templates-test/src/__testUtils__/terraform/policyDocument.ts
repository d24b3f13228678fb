import { z } from 'zod';

const words = z.array(z.string());

const statementSchema = z.strictObject({
  sid: z.string(),
  effect: z.enum(['Allow', 'Deny']),
  actions: words,
  resources: words,
  principals: z
    .array(z.strictObject({ type: z.string(), identifiers: words }))
    .default([]),
  condition: z
    .array(
      z.strictObject({ test: z.string(), variable: z.string(), values: words }),
    )
    .default([]),
});

const one = (list: string[]) => (list.length === 1 ? list[0] : list);

function principalOf([first, ...others]: z.infer<
  typeof statementSchema
>['principals']) {
  if (others.length > 0) {
    throw new Error('One kind of principals a statement is all that is read');
  }
  return first?.type === '*' ? '*' : { [first.type]: one(first.identifiers) };
}

/** The JSON that `aws_iam_policy_document` makes of its statements. */
export function policyDocument(body: unknown): string {
  const { statement } = z
    .strictObject({ statement: z.array(statementSchema) })
    .parse(body);
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: statement.map(
      ({ sid, effect, actions, resources, principals, condition }) => {
        const conditions: Record<
          string,
          Record<string, string | string[]>
        > = {};
        for (const { test, variable, values } of condition) {
          conditions[test] = { ...conditions[test], [variable]: one(values) };
        }
        return {
          Sid: sid,
          Effect: effect,
          Action: one(actions),
          Resource: one(resources),
          ...(principals.length && { Principal: principalOf(principals) }),
          ...(condition.length && { Condition: conditions }),
        };
      },
    ),
  });
}
