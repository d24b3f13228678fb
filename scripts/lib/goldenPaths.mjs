import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataDirectory, fromRoot } from './paths.mjs';

/**
 * Writes the golden paths as the example company has them: with its own
 * `repositories.yaml`, which offers the sandbox forge.
 *
 * @returns the folder, whose name becomes the repository's
 */
export async function writeGoldenPaths(forgePort) {
  const directory = join(dataDirectory, 'golden-paths');
  await rm(directory, { recursive: true, force: true });
  await cp(fromRoot('templates'), directory, { recursive: true });
  await writeFile(
    join(directory, 'repositories.yaml'),
    `allowedHosts: ['localhost:${forgePort}']\nallowedOwners: [meridian]\n`,
  );
  return directory;
}
