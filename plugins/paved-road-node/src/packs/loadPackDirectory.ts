import { basename, resolve } from 'node:path';
import { loadPackFiles } from './loadPackFiles';
import { readPackDirectory } from './readPackDirectory';
import { Pack } from './types';

/** @public */
export interface LoadPackDirectoryOptions {
  directory: string;
  /** Where people read the directory, such as `https://…/tree/main/policies`. */
  viewUrl?: string;
  /** Where people edit it, such as `https://…/edit/main/policies`. */
  editUrl?: string;
}

/**
 * The pack that a directory holds.
 *
 * @throws InputError where it can't be read completely, or holds no rule.
 * @public
 */
export async function loadPackDirectory(
  options: LoadPackDirectoryOptions,
): Promise<Pack> {
  const root = resolve(options.directory);
  const { files, problems } = await readPackDirectory(root);
  const pack = loadPackFiles({
    ...options,
    files,
    fallbackId: basename(root),
  });
  return { ...pack, problems: [...problems, ...pack.problems] };
}
