import { InputError, toError } from '@backstage/errors';
import { z } from 'zod';
import { ownerSchema, words } from './fieldSchemas';
import { MANIFEST } from './packPaths';
import { parsePlainYaml } from './plainYaml';
import { FieldProblem, readFields } from './readFields';

/** A pack's id becomes a part of its rules' ids, of addresses and of file names. */
const packIdSchema = z
  .string()
  .regex(
    /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
    'must be letters, digits, dots, dashes and underscores, at most 63',
  );

const manifestFields = {
  id: packIdSchema,
  title: words.max(200),
  version: words.max(100),
  owner: ownerSchema,
  proposeChanges: words.max(2_000),
};

/** What is said of a whole pack. */
export interface Manifest {
  id: string;
  title: string;
  version?: string;
  owner?: string;
  proposeChanges?: string;
}

/**
 * Reads a pack's manifest; a pack without one goes by the name of its directory.
 *
 * @throws InputError where the id can't be told: under another id all the pack's
 * rules would be others.
 */
export function readManifest(
  text: string | undefined,
  directoryName: string,
): { manifest: Manifest; problems: FieldProblem[] } {
  const { fields, problems } =
    text === undefined
      ? { fields: {}, problems: [] }
      : readFields(manifestFields, parseManifest(text));
  const wrongId = problems.find(({ field }) => field === 'id');
  if (wrongId) {
    throw new InputError(`${MANIFEST}: id ${wrongId.message}`);
  }
  const id = fields.id ?? idOf(directoryName);
  return { manifest: { title: id, ...fields, id }, problems };
}

function parseManifest(text: string): unknown {
  try {
    return parsePlainYaml(text);
  } catch (error) {
    throw new InputError(`${MANIFEST} ${toError(error).message}`);
  }
}

function idOf(directoryName: string): string {
  const id = directoryName
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '')
    .slice(0, 63)
    .replace(/[._-]+$/, '');
  if (!id) {
    throw new InputError(
      `The pack's directory has no name that can be its id: write an id into ${MANIFEST}`,
    );
  }
  return id;
}
