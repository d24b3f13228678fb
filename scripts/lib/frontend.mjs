import { fromRoot } from './paths.mjs';
import { hashOf } from './hash.mjs';
import { run } from './processes.mjs';
import { say, sayMeanwhile } from './progress.mjs';
import { unlessDone } from './stamp.mjs';

const SOURCES = [
  'yarn.lock',
  'app-config.yaml',
  'packages/app',
  'plugins/paved-road',
  'plugins/paved-road-common',
  'plugins/sandbox-sign-in',
];

/** Builds the frontend unless it was built from the same sources. */
export async function buildFrontend() {
  await unlessDone(
    fromRoot('packages/app/dist/.built-from'),
    hashOf(SOURCES),
    async () => {
      say('Building the frontend');
      const stopTelling = sayMeanwhile(() => 'Still building the frontend');
      const code = await run(
        process.execPath,
        [
          fromRoot('node_modules/@backstage/cli/bin/backstage-cli'),
          'package',
          'build',
        ],
        {
          cwd: fromRoot('packages/app'),
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
      stopTelling();
      if (code !== 0) {
        process.stderr.write('The frontend could not be built.\n');
        process.exit(1);
      }
    },
  );
}
