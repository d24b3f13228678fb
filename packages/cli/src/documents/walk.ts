import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';

const MAX_FILES = 100_000;

/**
 * The files below a directory, relative to it and sorted. Directories called
 * `node_modules`, those that begin with a dot, and links to directories are
 * passed over.
 *
 * @throws InputError for a directory that can't be read, or holds too much.
 */
export async function walk(root: string): Promise<string[]> {
  const files: string[] = [];
  const visit = async (directory: string): Promise<void> => {
    const place = join(root, directory);
    const entries = await readdir(place, { withFileTypes: true }).catch(
      error => {
        const { code } = error as NodeJS.ErrnoException;
        throw new InputError(`The directory ${place} can't be read: ${code}`);
      },
    );
    for (const entry of entries) {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') {
          await visit(path);
        }
      } else if (entry.isFile() || (await isLinkToFile(join(root, path)))) {
        files.push(path);
      }
      if (files.length > MAX_FILES) {
        throw new InputError(
          `${root} holds more than ${MAX_FILES} files: name a directory further down`,
        );
      }
    }
  };
  await visit('');
  return files.sort();
}

async function isLinkToFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}
