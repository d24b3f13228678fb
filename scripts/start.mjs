/**
 * Starts the portal with the example company: the sandbox around it, the
 * frontend built once, and the backend that serves both on one port. With
 * `--dev`, or by `yarn start`, Backstage's own development mode instead.
 */
import { existsSync } from 'node:fs';
import { awsEnvironment, startAws } from './lib/aws.mjs';
import { buildFrontend } from './lib/frontend.mjs';
import { startForge } from './lib/forge.mjs';
import { fromRoot, dataDirectory } from './lib/paths.mjs';
import { pipelineEnvironment } from './lib/pipeline.mjs';
import { awsPort, forgePort, needFreePort, portalPort } from './lib/ports.mjs';
import {
  needs,
  run,
  show,
  start,
  stopChildrenOnExit,
} from './lib/processes.mjs';
import { say } from './lib/progress.mjs';
import { portalAnswers } from './lib/readiness.mjs';

const dev =
  process.argv.includes('--dev') ||
  process.env.npm_config_user_agent?.startsWith('yarn/');

stopChildrenOnExit();
await needFreePort(portalPort, 'PAVED_ROAD_PORT');
await needFreePort(forgePort, 'PAVED_ROAD_FORGE_PORT');
await needFreePort(awsPort, 'PAVED_ROAD_AWS_PORT');

if (!dev) {
  await buildFrontend();
}
const giveUp = error => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
};
say('Starting the sandbox AWS, with the example company’s products');
const aws = await startAws(awsPort).catch(giveUp);
say('Starting the sandbox forge, with the example company’s repositories');
const forge = await startForge(forgePort, {
  portalPort,
  awsPort,
  // Where development mode serves the frontend.
  pagesPort: dev ? 3000 : portalPort,
}).catch(giveUp);

const env = {
  ...process.env,
  NODE_ENV: 'development',
  PAVED_ROAD_DATA: dataDirectory,
  ...awsEnvironment(awsPort),
  ...pipelineEnvironment,
};

if (dev) {
  process.exit(
    await run(
      process.execPath,
      [
        fromRoot('node_modules/@backstage/cli/bin/backstage-cli'),
        'repo',
        'start',
      ],
      { cwd: fromRoot(), env, stdio: ['ignore', 'inherit', 'inherit'] },
    ),
  );
}

const configFiles = [
  fromRoot('app-config.yaml'),
  fromRoot('app-config.portal.yaml'),
  // One's own settings, which git leaves out.
  ...[fromRoot('app-config.local.yaml')].filter(path => existsSync(path)),
];
say('Starting the portal');
const backend = start(
  process.execPath,
  [
    '--enable-source-maps',
    '--require',
    fromRoot('scripts/lib/endWithParent.cjs'),
    '--require',
    '@backstage/cli-node/config/nodeTransform.cjs',
    'src/index',
    ...configFiles.flatMap(path => ['--config', path]),
  ],
  {
    cwd: fromRoot('packages/backend'),
    env,
  },
);
show(backend);
needs(backend, 'portal');
needs(forge, 'sandbox forge');
needs(aws, 'sandbox AWS');

const address = `http://localhost:${portalPort}`;
await portalAnswers(address);
say(`The portal answers: ${address}`);
say('Press Ctrl-C to end it');
