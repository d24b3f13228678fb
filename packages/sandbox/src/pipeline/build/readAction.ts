import { CORE_SCHEMA, load } from 'js-yaml';
import { InputError } from '@backstage/errors';
import { readDocumentPatterns } from '@paved-road/backstage-plugin-paved-road-node';
import { z } from 'zod';
import { BuildPlan, BuildStep } from './BuildPlan';

/** Where a team says how it builds with GitHub Actions. */
export const ACTION_PATH = '.github/actions/build/action.yml';

const env = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
  z.union([z.string(), z.number(), z.boolean()]).transform(String),
);

const stepSchema = z.object({
  name: z.string().optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  shell: z.string().optional(),
  'working-directory': z.string().optional(),
  env: env.optional(),
});

const actionSchema = z.object({
  outputs: z.object({ artifacts: z.object({ value: z.string() }) }),
  runs: z.object({
    using: z.literal('composite'),
    steps: z.array(stepSchema).min(1).max(50),
  }),
});

/** @throws InputError naming the file. */
export function parseYaml<S extends z.ZodType>(
  text: string,
  path: string,
  shape: S,
): z.output<S> {
  let parsed: unknown;
  try {
    parsed = load(text, { schema: CORE_SCHEMA });
  } catch {
    throw new InputError(`${path} is not readable YAML`);
  }
  const { success, data, error } = shape.safeParse(parsed);
  if (!success) {
    const [{ path: at, message }] = error.issues;
    throw new InputError(`${path}: ${at.join('.')}: ${message}`);
  }
  return data;
}

/** @throws InputError where a text has what only GitHub could put in. */
function needPlain(text: string): string {
  if (text.includes('${{')) {
    throw new InputError(
      `${ACTION_PATH} has an expression, ${text
        .slice(text.indexOf('${{'))
        .slice(0, 60)
        .replace(/\s+/g, ' ')}, which the sandbox can’t work out`,
    );
  }
  return text;
}

function readStep(step: z.infer<typeof stepSchema>): BuildStep {
  const { uses, run, shell = 'bash' } = step;
  if (run === undefined) {
    return { title: step.name ?? `uses ${uses}`, env: {} };
  }
  if (!['bash', 'sh'].includes(shell)) {
    throw new InputError(
      `${ACTION_PATH} runs a step with ${shell}; the sandbox has only bash`,
    );
  }
  const values = step.env ?? {};
  Object.values(values).forEach(needPlain);
  return {
    title: step.name ?? run.split('\n')[0],
    script: needPlain(run),
    directory: step['working-directory'],
    env: values,
  };
}

/**
 * Reads a composite action as far as the sandbox can run one.
 *
 * @throws InputError naming what it can't.
 */
export function readAction(text: string): BuildPlan {
  const { outputs, runs } = parseYaml(text, ACTION_PATH, actionSchema);
  const artefacts = needPlain(outputs.artifacts.value)
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '');
  return {
    steps: runs.steps.map(readStep),
    artefacts: readDocumentPatterns(artefacts.join(','), ACTION_PATH),
  };
}
