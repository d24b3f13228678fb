import { CORE_SCHEMA, load, Type, YAMLException } from 'js-yaml';
import { z } from 'zod';
import { yamlProblem } from './plainYaml';

/** Keeps `!Ref` and its like through reading and writing. */
export class TaggedValue {
  constructor(readonly tag: string, readonly value: unknown) {}
}

/** YAML as CloudFormation writes it; times stay text. */
export const taggedSchema = CORE_SCHEMA.extend(
  (['scalar', 'sequence', 'mapping'] as const).map(
    kind =>
      new Type('!', {
        kind,
        multi: true,
        construct: (value, tag) => new TaggedValue(tag ?? '!', value),
        predicate: value => value instanceof TaggedValue,
        represent: value => (value as TaggedValue).value,
        representName: value => (value as TaggedValue).tag,
      }),
  ),
);

const expectationSchema = z.enum(['PASS', 'FAIL', 'SKIP']);

const testCasesSchema = z.array(
  z.object({
    name: z.string().nullish(),
    input: z.unknown(),
    expectations: z.object({
      rules: z.record(z.string(), expectationSchema),
    }),
  }),
);

/** What `cfn-guard test` expects of a rule on a document. */
export type Expectation = z.infer<typeof expectationSchema>;

/** One case of a tests file. */
export interface UnitTest {
  name: string;
  input: unknown;
  /** By the rule's name. */
  expected: Record<string, Expectation>;
}

/**
 * Reads a tests file of `cfn-guard test`.
 *
 * @throws Error naming the place of what is not such a file.
 */
export function readUnitTests(text: string): UnitTest[] {
  const cases = testCasesSchema.safeParse(parse(text));
  if (!cases.success) {
    const [{ path, message }] = cases.error.issues;
    throw new Error(
      `is no list of test cases: ${z.core.toDotPath(path)}: ${message}`,
    );
  }
  return cases.data.map(({ name, input, expectations }) => ({
    name: name ?? '',
    input,
    expected: expectations.rules,
  }));
}

function parse(text: string): unknown {
  try {
    return load(text, { schema: taggedSchema });
  } catch (error) {
    throw error instanceof YAMLException
      ? new Error(yamlProblem(error))
      : error;
  }
}
