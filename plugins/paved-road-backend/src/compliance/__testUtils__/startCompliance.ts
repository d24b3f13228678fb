import {
  BackendFeature,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogServiceRequestOptions,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  CheckSummary,
  checkStateSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadEngineExtensionPoint } from '@paved-road/backstage-plugin-paved-road-node';
import { Knex } from 'knex';
import request from 'supertest';
import { packFiles, publicBucket } from '../../__testUtils__/packFiles';
import { pavedRoadPlugin } from '../../plugin';
import { component } from './component';
import { CountingEngine } from './CountingEngine';
import { createTestDatabases } from '../../__testUtils__/databases';
import { FakeRepository } from './FakeRepository';

export interface StartOptions {
  /** The service `payments`, with a bucket that anybody can read, where absent. */
  entities?: Entity[];
  repository?: FakeRepository;
  knex?: Knex;
  /** What the catalog hides from a user. */
  hides?: (userRef: string | undefined, entity: Entity) => boolean;
  features?: BackendFeature[];
  pavedRoad?: JsonObject;
}

/**
 * Starts the plugin with a catalog, a host of repositories and the real engine;
 * to be called where tests are declared.
 *
 * @returns what starts one portal
 */
export function useCompliance() {
  const databases = createTestDatabases();
  const directory = createMockDirectory({ content: packFiles('acme') });
  return async (options: StartOptions = {}) => {
    // The stores are tried on both databases; here one is enough.
    const knex = options.knex ?? (await databases.init('SQLITE_3'));
    const repository = options.repository ?? paymentsRepository();
    const portal = await startPortal({
      entities: [component('payments')],
      ...options,
      knex,
      repository,
      pack: directory.resolve('acme'),
    });
    return { ...portal, knex, repository };
  };
}

function paymentsRepository(): FakeRepository {
  const repository = new FakeRepository();
  repository.write('payments/infra/bucket.yaml', publicBucket);
  repository.write('payments/README.md', '# Not a document');
  return repository;
}

async function startPortal(
  options: Required<Pick<StartOptions, 'entities' | 'repository' | 'knex'>> &
    StartOptions & { pack: string },
) {
  const { entities, features = [], hides = () => false } = options;
  const engine = new CountingEngine();
  const visibleTo = (asked: CatalogServiceRequestOptions | object = {}) => {
    const principal = 'credentials' in asked ? asked.credentials.principal : {};
    const user = (principal as Partial<BackstageUserPrincipal>).userEntityRef;
    return catalogServiceMock({
      entities: entities.filter(entity => !hides(user, entity)),
    });
  };
  const backend = await startTestBackend({
    features: [
      pavedRoadPlugin,
      createBackendModule({
        pluginId: 'paved-road',
        moduleId: 'counting-engine',
        register(env) {
          env.registerInit({
            deps: { engines: pavedRoadEngineExtensionPoint },
            async init({ engines }) {
              engines.setEngine(engine);
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [{ host: 'github.com' }] },
          pavedRoad: {
            packs: [{ target: options.pack }],
            ...options.pavedRoad,
          },
        },
      }),
      mockServices.database.factory({ knex: options.knex }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => options.repository,
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () =>
          catalogServiceMock.mock({
            queryEntities: async (query, asked) =>
              visibleTo(asked).queryEntities(query),
            getEntityByRef: async (ref, asked) =>
              visibleTo(asked).getEntityByRef(ref),
          }),
      }),
      ...features,
    ],
  });
  /** As a user of the test's, where not told who asks. */
  const get = (path: string, as: string = mockCredentials.user.header()) =>
    request(backend.server)
      .get(`/api/paved-road${path}`)
      .set('Authorization', as);
  const askForCheck = (
    name: string,
    as: string = mockCredentials.user.header(),
  ) =>
    request(backend.server)
      .post(`/api/paved-road/services/component/default/${name}/checks`)
      .set('Authorization', as);
  return {
    engine,
    get,
    put: (path: string, body: object, as: string) =>
      request(backend.server)
        .put(`/api/paved-road${path}`)
        .set('Authorization', as)
        .send(body),
    askForCheck,
    stop: () => backend.stop(),
    /** Asks for a check of the service and waits for its end. */
    async check(name: string): Promise<CheckSummary> {
      const asked = await askForCheck(name);
      for (;;) {
        const { body } = await get(
          `/services/component/default/${name}/checks/${asked.body.id}`,
        );
        if (
          ['finished', 'failed'].includes(checkStateSchema.parse(body.state))
        ) {
          return body;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    },
  };
}
