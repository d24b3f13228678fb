import {
  BackendFeature,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  CatalogServiceRequestOptions,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { createTestDatabases } from '../../__testUtils__/databases';
import { packFiles } from '../../__testUtils__/packFiles';
import { component } from '../../compliance/__testUtils__/component';
import { pavedRoadPlugin } from '../../plugin';
import { posted } from './posted';

/** What a caller sends along whose subject Backstage has verified. */
export function asService(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'paved-road',
  });
}

/**
 * Starts the plugin with two pipelines: the platform's, which may speak for what
 * Payments has, and the one of Lending, which may speak for `lending`. The catalog
 * hides `payments-secret` from users.
 *
 * @returns what starts one portal; to be called where tests are declared
 */
export function usePipelines() {
  const databases = createTestDatabases();
  const directory = createMockDirectory({ content: packFiles('acme') });
  return async (options: { features?: BackendFeature[] } = {}) => {
    const entities = [
      component('payments-api'),
      component('payments-secret'),
      component('lending', { owner: 'lending' }),
    ];
    // As a team could write it into its own file.
    entities[2].metadata.annotations!['paved-road.io/pipeline'] = 'platform';
    const knex = await databases.init('SQLITE_3');
    const { server } = await startTestBackend({
      features: [
        pavedRoadPlugin,
        mockServices.rootConfig.factory({
          data: {
            pavedRoad: {
              packs: [{ target: directory.resolve('acme') }],
              pipelines: [
                {
                  id: 'platform',
                  title: 'Platform pipeline',
                  subject: 'external:platform',
                  services: ['component:default/payments-*'],
                },
                {
                  id: 'lending',
                  subject: 'external:lending',
                  services: ['component:default/lending'],
                },
              ],
            },
          },
        }),
        mockServices.database.factory({ knex }),
        createServiceFactory({
          service: catalogServiceRef,
          deps: { auth: coreServices.auth },
          factory: ({ auth }) =>
            catalogServiceMock.mock({
              queryEntities: async () => ({
                items: [],
                totalItems: 0,
                pageInfo: {},
              }),
              getEntityByRef: async (ref, asked) => {
                const { credentials } = asked as CatalogServiceRequestOptions;
                // As Backstage does with a token that is for this plugin only.
                if (
                  auth.isPrincipal(credentials, 'service') &&
                  credentials.principal.accessRestrictions
                ) {
                  throw new Error('The catalog is not for this token');
                }
                const hides = auth.isPrincipal(credentials, 'user')
                  ? ['payments-secret']
                  : [];
                return catalogServiceMock({
                  entities: entities.filter(
                    ({ metadata }) => !hides.includes(metadata.name),
                  ),
                }).getEntityByRef(ref);
              },
            }),
        }),
        ...(options.features ?? []),
      ],
    });
    const url = (name: string, rest: string) =>
      `/api/paved-road/services/component/default/${name}/pipeline-results${rest}`;
    return {
      /** As the platform's pipeline, where not told otherwise. */
      put: (
        name: string,
        runId: string,
        body: object = posted(),
        as: string = asService('external:platform'),
      ) =>
        request(server)
          .put(url(name, `/${runId}`))
          .set('Authorization', as)
          .send(body),
      get: (
        name: string,
        rest: string = '',
        as: string = mockCredentials.user.header(),
      ) => request(server).get(url(name, rest)).set('Authorization', as),
    };
  };
}
