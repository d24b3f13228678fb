import { randomUUID } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError } from '@backstage/errors';

/**
 * Writes a file whole or not at all: a reader never sees half a report, and an
 * old one stays until the new one is there. What is no file, such as a pipe or
 * `/dev/stdout`, is written to as it is.
 *
 * @throws InputError where it can't be written.
 */
export async function writeOutput(options: {
  cwd: string;
  /** As the person has written it. */
  path: string;
  content: string | Uint8Array;
}): Promise<void> {
  const { cwd, content } = options;
  const path = resolve(cwd, options.path);
  try {
    const known = await stat(path).catch(() => undefined);
    if (known && !known.isFile()) {
      await writeFile(path, content);
      return;
    }
    const target = known ? await realpath(path) : path;
    const draft = `${target}.${randomUUID()}.tmp`;
    try {
      await writeFile(draft, content, { flag: 'wx' });
      if (known) {
        await chmod(draft, known.mode);
      }
      await rename(draft, target);
    } finally {
      await rm(draft, { force: true });
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(`${options.path} can't be written: ${code}`);
  }
}
