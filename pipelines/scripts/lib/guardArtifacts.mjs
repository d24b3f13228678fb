import { readdir, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Refusal } from './Refusal.mjs';

const MOST_FILES = 200_000;

/**
 * Refuses what a team has built where a link in it leads out: it would make the
 * platform's steps read files of their own machine.
 */
export async function guardArtifacts(directory) {
  const root = await realpath(directory);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  if (entries.length > MOST_FILES) {
    throw new Refusal(`What was built has more than ${MOST_FILES} files`);
  }
  for (const entry of entries.filter(found => found.isSymbolicLink())) {
    const link = join(entry.parentPath, entry.name);
    const target = await realpath(link).catch(() => undefined);
    if (target === undefined || relative(root, target).split('/')[0] === '..') {
      throw new Refusal(
        `What was built has the link ${relative(root, link)}, which leads out`,
      );
    }
  }
  const other = entries.find(
    found => !found.isFile() && !found.isDirectory() && !found.isSymbolicLink(),
  );
  if (other) {
    throw new Refusal(
      `What was built has ${other.name}, which is neither a file nor a folder`,
    );
  }
}
