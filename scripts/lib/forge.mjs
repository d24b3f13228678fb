import { join } from 'node:path';
import { writeGoldenPaths } from './goldenPaths.mjs';
import { dataDirectory, fromRoot } from './paths.mjs';
import { pipelineArguments, pipelineEnvironment } from './pipeline.mjs';
import { printed, start } from './processes.mjs';

/** Starts the sandbox forge, which runs the pipeline too, and waits until it answers. */
export async function startForge(port, ports) {
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
      '--extra',
      fromRoot('pipelines'),
      // The version that the workflows of repositories are pinned to.
      '--tag',
      'pipelines=v1.0.0',
      ...pipelineArguments(ports),
    ],
    {
      env: {
        ...process.env,
        NODE_ENV: 'development',
        ...pipelineEnvironment,
      },
    },
  );
  await printed(forge, /listening|answers/i, 'The sandbox forge');
  return forge;
}
