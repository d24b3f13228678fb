import { readdir, realpath, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  matchDocumentDirectories,
  matchDocuments,
} from '@paved-road/backstage-plugin-paved-road-node';

const MOST_ENTRIES = 100_000;
const PASSED_OVER = ['.git', 'node_modules'];

/**
 * The files of a workspace that the patterns mean, relative to it and sorted.
 *
 * @throws InputError for a link among them that leads out or nowhere, and where
 * there is more to look through than anybody would check.
 */
export async function findDocuments(
  workspacePath: string,
  patterns: string[],
): Promise<string[]> {
  const matches = matchDocuments(patterns);
  const mayHold = matchDocumentDirectories(patterns);
  const found: string[] = [];
  let entries = 0;

  const visit = async (
    directory: string,
    above: ReadonlySet<string>,
  ): Promise<void> => {
    const place = join(workspacePath, directory);
    const real = await realpath(place);
    // A link to a directory above would be followed for ever.
    if (above.has(real)) {
      return;
    }
    const here = new Set(above).add(real);
    for (const entry of await readdir(place, { withFileTypes: true })) {
      entries += 1;
      if (entries > MOST_ENTRIES) {
        throw new InputError(
          `The patterns lead to more than ${MOST_ENTRIES} files; name the directories of the documents, such as 'infra/*.yaml'`,
        );
      }
      const path = posix.join(directory, entry.name);
      const leads = mayHold(path) && !PASSED_OVER.includes(entry.name);
      if (!matches(path) && !leads) {
        continue;
      }
      const kind = entry.isSymbolicLink()
        ? await followLink(workspacePath, path)
        : entry;
      if (kind.isDirectory() && leads) {
        await visit(path, here);
      } else if (kind.isFile() && matches(path)) {
        found.push(path);
      }
    }
  };
  await visit('', new Set());
  return found.sort();
}

async function followLink(workspacePath: string, path: string) {
  try {
    return await stat(resolveSafeChildPath(workspacePath, path));
  } catch (error) {
    throw new InputError(
      `The link '${path}' leads out of the workspace or nowhere; put what it means in its place`,
      error,
    );
  }
}
