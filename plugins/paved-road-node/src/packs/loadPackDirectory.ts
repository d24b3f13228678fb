import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { loadPackFiles } from './loadPackFiles';
import { Pack } from './types';

/** @public */
export interface LoadPackDirectoryOptions {
  directory: string;
  viewUrl?: string;
  editUrl?: string;
}

/**
 * The pack that a directory holds.
 *
 * @public
 */
export async function loadPackDirectory(
  options: LoadPackDirectoryOptions,
): Promise<Pack> {
  const root = resolve(options.directory);
  const paths = (await readdir(root, { recursive: true }))
    .filter(path => path.endsWith('.guard'))
    .sort();
  const files = await Promise.all(
    paths.map(async path => ({
      path,
      text: await readFile(join(root, path), 'utf8'),
    })),
  );
  return loadPackFiles({ ...options, files, fallbackId: basename(root) });
}
