import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '@backstage/errors';

/** As much as GitHub heeds of a file of code owners. */
const MOST_BYTES = 3 * 1024 * 1024;

/**
 * A file of the workspace by its exact path; `undefined` where there is none.
 *
 * @throws InputError for a link on the way to it, since the forge follows none,
 * and for what is no file of a usual size
 */
export async function readPlatformFile(
  workspacePath: string,
  path: string,
): Promise<string | undefined> {
  const names = path.split('/');
  for (let depth = 1; depth <= names.length; depth++) {
    const part = names.slice(0, depth).join('/');
    const found = await lstat(join(workspacePath, part)).catch(() => undefined);
    if (!found) {
      return undefined;
    }
    const isLast = depth === names.length;
    if (isLast ? !found.isFile() : !found.isDirectory()) {
      throw new InputError(
        `'${part}' in the workspace is no ${
          isLast ? 'file' : 'folder'
        }, so '${path}' can't be written; take it away in a step before`,
      );
    }
    if (isLast && found.size > MOST_BYTES) {
      throw new InputError(
        `The file '${path}' has ${found.size} bytes, more than the ${MOST_BYTES} that GitHub heeds; make it smaller`,
      );
    }
  }
  return readFile(join(workspacePath, path), 'utf8');
}

/** Writes a file that `readPlatformFile` has looked for. */
export async function writePlatformFile(
  workspacePath: string,
  path: string,
  text: string,
): Promise<void> {
  const place = join(workspacePath, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, text);
}
