import { createRequire } from 'node:module';
import { fromRoot } from '../scripts/lib/paths.mjs';

/** As the backend plugin's own code requires. */
export const require = createRequire(
  fromRoot('plugins/paved-road-backend/package.json'),
);
require('@backstage/cli-node/config/nodeTransform.cjs');

const {
  mockServices,
  startTestBackend,
} = require('@backstage/backend-test-utils');
const { default: Knex } = require('knex');
const { default: pavedRoadPlugin } = require(fromRoot(
  'plugins/paved-road-backend/src/index.ts',
));

/**
 * Starts the backend plugin with Control Tower's rules. Database, engine and
 * HTTP are real; its tasks run when they are triggered.
 *
 * @param database - the file
 * @param config - what there is besides the rules
 * @param features - what stands around the plugin
 */
export async function startBackend({ database, config, features }) {
  const knex = Knex({
    client: 'better-sqlite3',
    connection: { filename: database },
    useNullAsDefault: true,
  });
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      pavedRoadPlugin,
      mockServices.rootConfig.factory({
        data: {
          ...config,
          pavedRoad: {
            packs: [{ target: 'control-tower' }],
            ...config.pavedRoad,
          },
        },
      }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      mockServices.database.factory({ knex }),
      scheduler.factory({ skipTaskRunOnStartup: true }),
      ...features,
    ],
  });
  const address = `http://127.0.0.1:${backend.server.port()}/api/paved-road`;
  const request = async (path, options) => {
    const response = await fetch(`${address}${path}`, options);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}: ${text}`);
    }
    return JSON.parse(text);
  };
  return {
    knex,
    get: path => request(path),
    post: (path, body) =>
      request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    runTask: id => scheduler.triggerTask(id),
    async stop() {
      await backend.stop();
      await knex.destroy();
    },
  };
}
