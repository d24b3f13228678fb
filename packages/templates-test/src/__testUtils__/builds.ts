import { parse } from 'yaml';
import { z } from 'zod';
import { TextFile } from './goldenPaths';

const actionSchema = z.object({
  name: z.string(),
  description: z.string(),
  outputs: z.object({ artifacts: z.object({ value: z.string() }) }),
  runs: z.object({
    using: z.literal('composite'),
    steps: z.array(
      z.union([
        // Others' actions by commit, since a tag can be moved.
        z.strictObject({
          uses: z.string().regex(/@[0-9a-f]{40}$/),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
        z.strictObject({
          name: z.string(),
          run: z.string(),
          shell: z.literal('bash'),
        }),
      ]),
    ),
  }),
});

const commandsSchema = z.object({
  commands: z.array(z.string()).min(1),
  'on-failure': z.literal('ABORT').optional(),
});

const buildspecSchema = z.strictObject({
  version: z.literal(0.2),
  phases: z.partialRecord(
    z.enum(['install', 'pre_build', 'build', 'post_build']),
    commandsSchema,
  ),
  artifacts: z.object({ files: z.array(z.string()).min(1) }),
});

const ACTION = '.github/actions/build/action.yml';
const BUILDSPEC = 'buildspec.yml';

/** The folder that is there for a build file alone, if any. */
const dirnameOf = (path: string) =>
  path === ACTION ? '.github/actions/' : path;

/** The team's build, as the pipeline reads it. */
export interface Build {
  /** What its steps run, in order. */
  commands: string[];
  /** Patterns of what it hands over. */
  artifacts: string[];
  /** Build files of other pipelines. */
  other: string[];
}

/** Reads the build file of a pipeline, and fails where that couldn't. */
export function readBuild(files: TextFile[], pipeline: unknown): Build {
  const [mine, others] =
    pipeline === 'github-actions' ? [ACTION, BUILDSPEC] : [BUILDSPEC, ACTION];
  const content = files.find(({ path }) => path === mine)?.content ?? '';
  const other = files
    .map(({ path }) => path)
    .filter(path => path === others || path.startsWith(dirnameOf(others)));
  if (mine === BUILDSPEC) {
    const { phases, artifacts } = buildspecSchema.parse(parse(content));
    return {
      commands: Object.values(phases).flatMap(({ commands }) => commands),
      artifacts: artifacts.files,
      other,
    };
  }
  const { outputs, runs } = actionSchema.parse(parse(content));
  return {
    commands: runs.steps.flatMap(step => ('run' in step ? [step.run] : [])),
    artifacts: outputs.artifacts.value.split('\n').filter(line => line),
    other,
  };
}
