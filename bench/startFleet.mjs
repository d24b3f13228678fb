import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fromRoot } from '../scripts/lib/paths.mjs';

const require = createRequire(
  fromRoot('plugins/paved-road-backend/package.json'),
);
require('@backstage/cli-node/config/nodeTransform.cjs');

const {
  coreServices,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const {
  mockServices,
  startTestBackend,
} = require('@backstage/backend-test-utils');
const { NotModifiedError } = require('@backstage/errors');
const { catalogServiceRef } = require('@backstage/plugin-catalog-node');
const {
  catalogServiceMock,
} = require('@backstage/plugin-catalog-node/testUtils');
const { default: Knex } = require('knex');
const { default: pavedRoadPlugin } = require(fromRoot(
  'plugins/paved-road-backend/src/index.ts',
));

const ROOT = 'https://github.com/meridian/';

const entityOf = (name, owner) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'paved-road.io/documents': 'infra/*',
      'backstage.io/source-location': `url:${ROOT}${name}/tree/main/`,
    },
  },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
});

/** A host whose repositories hold one document each, and answer at once. */
function hostOf(documents) {
  return {
    async readTree(url, { etag: known, filter } = {}) {
      const { name, text } = documents.get(
        url.slice(ROOT.length).split('/')[0],
      );
      const etag = createHash('sha256').update(text).digest('hex');
      if (etag === known) {
        throw new NotModifiedError();
      }
      const content = Buffer.from(text);
      const path = `infra/${name}`;
      return {
        etag,
        files: async () =>
          filter?.(path, { size: content.length }) === false
            ? []
            : [{ path, content: async () => content }],
      };
    },
  };
}

/**
 * Starts the backend plugin with Control Tower's rules over services of one
 * document each. The catalog and the repositories' host are in its process and
 * answer at once; database, engine and HTTP are real.
 *
 * @param services - documents by the service's name; may be added to later
 * @param directory - where the database lies
 */
export async function startFleet(services, directory) {
  const knex = Knex({
    client: 'better-sqlite3',
    connection: { filename: join(directory, 'fleet.sqlite') },
    useNullAsDefault: true,
  });
  const scheduler = mockServices.scheduler();
  const catalog = () =>
    catalogServiceMock({
      entities: [...services.keys()].map((name, index) =>
        entityOf(name, `team-${index % 40}`),
      ),
    });
  let current = { size: -1 };
  const upToDate = () => {
    if (current.size !== services.size) {
      current = { size: services.size, catalog: catalog() };
    }
    return current.catalog;
  };
  const backend = await startTestBackend({
    features: [
      pavedRoadPlugin,
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [{ host: 'github.com' }] },
          pavedRoad: { packs: [{ target: 'control-tower' }] },
        },
      }),
      mockServices.rootLogger.factory({ level: 'warn' }),
      mockServices.database.factory({ knex }),
      scheduler.factory({ skipTaskRunOnStartup: true }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => hostOf(services),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => ({
          queryEntities: (...args) => upToDate().queryEntities(...args),
          getEntityByRef: (...args) => upToDate().getEntityByRef(...args),
        }),
      }),
    ],
  });
  const address = `http://127.0.0.1:${backend.server.port()}/api/paved-road`;
  const get = async path => {
    const response = await fetch(`${address}${path}`);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}: ${text}`);
    }
    return JSON.parse(text);
  };
  return {
    get,
    async stop() {
      await backend.stop();
      await knex.destroy();
    },
    /** Checks all services, as the schedule does. */
    async checkAll() {
      await scheduler.triggerTask('paved-road-check-services');
      for (;;) {
        const [{ waiting }] = await knex('check_queue').count('* as waiting');
        if (waiting === 0) {
          return;
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
  };
}
