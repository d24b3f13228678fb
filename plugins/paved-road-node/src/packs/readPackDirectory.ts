import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { isForeignDirectory, isGuardFile, isPackFile } from './packPaths';
import { PackFile, PackProblem } from './types';

const MAX_FILES = 10_000;
const MAX_FILE_BYTES = 1024 * 1024;

/** The files of a pack that a directory holds, and those that can't be read. */
export interface PackDirectory {
  /** Sorted by path. */
  files: PackFile[];
  problems: PackProblem[];
}

/**
 * Reads a pack's files without following links. Directories called
 * `node_modules` or beginning with a dot are no part of a pack.
 *
 * @throws InputError where the directory can't be read, nor one in it, nor a
 * rule file: its rules would be missing without a trace.
 */
export async function readPackDirectory(root: string): Promise<PackDirectory> {
  await requireDirectory(root);
  const files: PackFile[] = [];
  const problems: PackProblem[] = [];
  for (const { path, isLink } of await listPackFiles(root)) {
    const place = join(root, path);
    try {
      if (isLink) {
        throw new InputError('is a link, and links are not followed');
      }
      files.push({ path, text: await readText(place) });
    } catch (error) {
      const message = reasonOf(error);
      if (isGuardFile(path)) {
        throw new InputError(`The rule file ${place} ${message}`);
      }
      problems.push({ path, message });
    }
  }
  return { files, problems };
}

async function requireDirectory(root: string): Promise<void> {
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) {
    throw new InputError(
      `There is no pack at ${root}: ${
        found ? 'a pack is a directory of .guard files' : 'no such directory'
      }`,
    );
  }
}

async function listPackFiles(
  root: string,
): Promise<{ path: string; isLink: boolean }[]> {
  const found: { path: string; isLink: boolean }[] = [];
  const walk = async (directory: string): Promise<void> => {
    const place = join(root, directory);
    const entries = await readdir(place, { withFileTypes: true }).catch(
      error => {
        throw new InputError(`The directory ${place} ${reasonOf(error)}`);
      },
    );
    for (const entry of entries) {
      const path = directory ? `${directory}/${entry.name}` : entry.name;
      const isLink = entry.isSymbolicLink();
      const target = isLink
        ? await stat(join(root, path)).catch(() => undefined)
        : entry;
      if (target?.isDirectory() && isForeignDirectory(entry.name)) {
        continue;
      }
      if (isLink && target?.isDirectory()) {
        throw new InputError(
          `The directory ${join(
            root,
            path,
          )} is a link, and links are not followed: its rules would be missing`,
        );
      }
      if (target?.isDirectory()) {
        await walk(path);
      } else if (isPackFile(path)) {
        found.push({ path, isLink });
      }
      if (found.length > MAX_FILES) {
        throw new InputError(
          `The pack at ${root} has more than ${MAX_FILES} files: is it the right directory?`,
        );
      }
    }
  };
  await walk('');
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function readText(path: string): Promise<string> {
  const found = await stat(path);
  if (!found.isFile()) {
    throw new InputError('is no regular file');
  }
  if (found.size > MAX_FILE_BYTES) {
    throw new InputError(
      `has ${found.size} bytes, more than the ${MAX_FILE_BYTES} that are read`,
    );
  }
  const bytes = await readFile(path);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.includes('\0')) {
      throw new TypeError('NUL');
    }
    return text;
  } catch {
    throw new InputError('is not text in UTF-8');
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof InputError) {
    return error.message;
  }
  const { code } = error as NodeJS.ErrnoException;
  return code === 'EACCES' || code === 'EPERM'
    ? 'can’t be read: permission is denied'
    : `can’t be read: ${code ?? 'unknown reason'}`;
}
