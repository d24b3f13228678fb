import { InputError } from '@backstage/errors';
import { readDocumentPatterns } from '@paved-road/backstage-plugin-paved-road-node';
import { z } from 'zod';
import { BuildPlan } from './BuildPlan';
import { parseYaml } from './readAction';

/** Where a team says how it builds with CodeBuild. */
export const BUILDSPEC_PATH = 'buildspec.yml';

const phases = ['install', 'pre_build', 'build', 'post_build'] as const;

const variables = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
  z.union([z.string(), z.number(), z.boolean()]).transform(String),
);

const phaseSchema = z.object({
  commands: z.array(z.string()).max(100).default([]),
});

const buildspecSchema = z.object({
  env: z
    .object({
      variables: variables.optional(),
      'parameter-store': z.unknown().optional(),
      'secrets-manager': z.unknown().optional(),
    })
    .optional(),
  phases: z.partialRecord(z.enum(phases), phaseSchema),
  artifacts: z.object({
    files: z.array(z.string()).min(1),
    'base-directory': z.string().optional(),
  }),
});

/**
 * Reads a buildspec as far as the sandbox can run one. All phases are one
 * script, so that one goes on where the other has left off.
 *
 * @throws InputError naming what it can't.
 */
export function readBuildspec(text: string): BuildPlan {
  const spec = parseYaml(text, BUILDSPEC_PATH, buildspecSchema);
  if (spec.env?.['parameter-store'] ?? spec.env?.['secrets-manager']) {
    throw new InputError(
      `${BUILDSPEC_PATH} asks for parameters or secrets of an account, and a build has no credentials`,
    );
  }
  if (spec.artifacts['base-directory'] !== undefined) {
    throw new InputError(
      `${BUILDSPEC_PATH} has artifacts.base-directory, which the sandbox doesn’t know: name the files from the root`,
    );
  }
  const commands = phases.flatMap(phase => {
    const listed = spec.phases[phase]?.commands ?? [];
    return listed.length > 0 ? [`# ${phase}`, ...listed] : [];
  });
  return {
    steps: [
      {
        title: 'The phases of the buildspec',
        script: commands.join('\n'),
        env: spec.env?.variables ?? {},
      },
    ],
    artefacts: readDocumentPatterns(
      spec.artifacts.files.join(','),
      BUILDSPEC_PATH,
    ),
  };
}
