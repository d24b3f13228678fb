// Deploys what passed, and nothing else:
//
//   node deploy.mjs <directory of what was built> <archive of it>
//
// PAVED_ROAD_MANIFEST is what the verdict gave; credentials are the environment's.
import { resolve } from 'node:path';
import { deploy } from './lib/deploy.mjs';
import { guardArtifacts } from './lib/guardArtifacts.mjs';
import { readManifest } from './lib/manifest.mjs';
import { runMain } from './lib/runMain.mjs';
import { readRun, setting } from './lib/settings.mjs';

await runMain(async () => {
  const about = readRun();
  const documents = readManifest(
    setting('PAVED_ROAD_MANIFEST', /^\{.*\}$/),
    about,
  );
  const artifacts = resolve(process.argv[2] ?? 'artifacts');
  await guardArtifacts(artifacts);
  return deploy({
    about,
    documents,
    artifacts,
    archive: resolve(process.argv[3] ?? 'artifacts.zip'),
    target: {
      bucket: setting('PAVED_ROAD_BUCKET'),
      region: setting('AWS_REGION'),
      roleArn: setting(
        'PAVED_ROAD_CFN_ROLE',
        /^arn:[\w-]+:iam::\d{12}:role\/\S+$/,
      ),
    },
  });
});
