import { z } from 'zod';
import { runProcess } from '../engine/runProcess';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

const outcomeSchema = z.union([
  z.object({ error: z.string() }),
  z.object({
    test_cases: z.array(
      z.object({
        name: z.string(),
        passed_rules: z.array(
          z.object({ name: z.string(), evaluated: z.string() }),
        ),
        failed_rules: z.array(
          z.object({ name: z.string(), evaluated: z.array(z.string()) }),
        ),
      }),
    ),
  }),
]);

/** What the engine said in one test case, by the rule's name. */
export type EvaluatedCase = Map<string, { actual: string[]; passed: boolean }>;

/**
 * Runs one tests file against its rule file, as `cfn-guard test` does.
 *
 * @throws Error with the engine's own words where it can't.
 */
export async function runGuardTests(options: {
  binary: string;
  guardFile: string;
  testsFile: string;
  timeoutMs: number;
  signal?: AbortSignal;
}): Promise<EvaluatedCase[]> {
  const { guardFile, testsFile, ...process } = options;
  const result = await runProcess({
    ...process,
    args: ['test', '-r', guardFile, '-t', testsFile, '-o', 'json'],
    input: '',
    maxOutputBytes: MAX_OUTPUT_BYTES,
  });
  if (result.stopped) {
    throw new Error(`The engine was stopped: ${result.stopped}`);
  }
  const outcome = outcomeSchema.safeParse(parseJson(result.stdout));
  if (!outcome.success) {
    throw new Error(
      `The engine ended with ${result.exitCode}: ${
        result.stderr.trim() || result.stdout.trim().slice(0, 500)
      }`,
    );
  }
  if ('error' in outcome.data) {
    throw new Error(outcome.data.error.replace(/\s+/g, ' ').trim());
  }
  return outcome.data.test_cases.map(testCase => {
    const evaluated: EvaluatedCase = new Map();
    for (const rule of testCase.passed_rules) {
      evaluated.set(rule.name, { actual: [rule.evaluated], passed: true });
    }
    for (const rule of testCase.failed_rules) {
      evaluated.set(rule.name, { actual: rule.evaluated, passed: false });
    }
    return evaluated;
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
