import { dirname, join } from 'node:path';
import { judgeSource } from './judgeSource.mjs';
import { judgeLockFile } from './providers.mjs';

/** Refuses a configuration that could do more, where it is applied, than change AWS by the platform's role. */
export async function judgeTerraform({ root, path }) {
  const folder = dirname(path);
  await judgeLockFile(join(root, folder));
  await judgeSource({ root, folder });
}
