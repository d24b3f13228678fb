import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';
import { enforcementSchema } from '@paved-road/backstage-plugin-paved-road-common';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import { z } from 'zod';

export const PROJECT_FILE = 'paved-road.yaml';

const words = z.string().trim().min(1);

const projectFileSchema = z.strictObject({
  /** `control-tower`, or directories relative to the file. */
  packs: z.array(words).min(1).optional(),
  /** What is checked where no document is named: globs relative to the file. */
  documents: z.array(words).min(1).optional(),
  environments: z
    .array(z.strictObject({ name: words, enforcement: enforcementSchema }))
    .min(1)
    .optional(),
  /** Whose enforcement counts unless `--environment` says otherwise. */
  defaultEnvironment: words.optional(),
  /** The address of the portal, whose pages of rules reports link to. */
  portal: z
    .url({
      protocol: /^https?$/,
      error: 'must be an address that begins with https://',
    })
    .optional(),
  limits: z
    .strictObject({ maxDocumentBytes: z.number().int().positive().optional() })
    .optional(),
});

/** What `paved-road.yaml` says. */
export type ProjectFile = z.infer<typeof projectFileSchema>;

/** @throws InputError naming the file, the place, and what is wrong there. */
export async function readProjectFile(path: string): Promise<ProjectFile> {
  const read = projectFileSchema.safeParse((await parse(path)) ?? {});
  if (!read.success) {
    const problems = read.error.issues.map(issue =>
      issue.path.length > 0
        ? `${z.core.toDotPath(issue.path)}: ${issue.message}`
        : issue.message,
    );
    throw new InputError(`${path} is wrong: ${problems.join('; ')}`);
  }
  return read.data;
}

async function parse(path: string): Promise<unknown> {
  try {
    return load(await readFile(path, 'utf8'), { schema: CORE_SCHEMA });
  } catch (error) {
    if (error instanceof YAMLException) {
      const { mark, reason } = error;
      throw new InputError(
        `${path} is not readable YAML at line ${mark.line + 1}, column ${
          mark.column + 1
        }: ${reason}`,
      );
    }
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`${path} can't be read: ${code}`);
  }
}
