import { join } from 'node:path';
import { writeGoldenPaths } from './goldenPaths.mjs';
import { dataDirectory, fromRoot } from './paths.mjs';
import { printed, start } from './processes.mjs';

/** Starts the sandbox forge and waits until it answers. */
export async function startForge(port) {
  const forge = start(
    process.execPath,
    [
      fromRoot('packages/sandbox/bin/sandbox'),
      '--port',
      String(port),
      '--data',
      join(dataDirectory, 'forge'),
      '--services',
      fromRoot('examples/services'),
      '--extra',
      fromRoot('policies'),
      '--extra',
      await writeGoldenPaths(port),
    ],
    { env: { ...process.env, NODE_ENV: 'development' } },
  );
  await printed(forge, /listening|answers/i, 'The sandbox forge');
  return forge;
}
