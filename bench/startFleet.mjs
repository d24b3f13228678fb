import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { require, startBackend } from './startBackend.mjs';

const {
  coreServices,
  createServiceFactory,
} = require('@backstage/backend-plugin-api');
const { NotModifiedError } = require('@backstage/errors');
const { catalogServiceRef } = require('@backstage/plugin-catalog-node');
const {
  catalogServiceMock,
} = require('@backstage/plugin-catalog-node/testUtils');

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
  const backend = await startBackend({
    database: join(directory, 'fleet.sqlite'),
    config: { integrations: { github: [{ host: 'github.com' }] } },
    features: [
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
  return {
    get: backend.get,
    stop: backend.stop,
    /** Checks all services, as the schedule does. */
    async checkAll() {
      await backend.runTask('paved-road-check-services');
      for (;;) {
        const [{ waiting }] = await backend
          .knex('check_queue')
          .count('* as waiting');
        if (waiting === 0) {
          return;
        }
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    },
  };
}
