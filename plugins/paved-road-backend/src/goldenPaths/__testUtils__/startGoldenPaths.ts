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
import { Entity } from '@backstage/catalog-model';
import {
  CatalogServiceRequestOptions,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import { createTestDatabases } from '../../__testUtils__/databases';
import { packFiles } from '../../__testUtils__/packFiles';
import { pavedRoadPlugin } from '../../plugin';

export function template(
  name: string,
  version: string | undefined,
  goldenPath?: JsonObject,
): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      namespace: 'default',
      title: `The ${name}`,
      tags: ['aws'],
      annotations: version
        ? { 'paved-road.io/golden-path-version': version }
        : {},
    },
    spec: { type: 'service', steps: [], ...(goldenPath && { goldenPath }) },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/platform' }],
  };
}

export function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/payments' }],
  };
}

/**
 * Starts the plugin over a catalog that hides from users whatever is called
 * `hidden…`; to be called where tests are declared.
 */
export function useGoldenPaths() {
  const databases = createTestDatabases();
  const packs = createMockDirectory({ content: packFiles('acme') });
  return async (entities: Entity[], features: BackendFeature[] = []) => {
    const knex = await databases.init('SQLITE_3');
    let questions = 0;
    const { server } = await startTestBackend({
      features: [
        pavedRoadPlugin,
        mockServices.rootConfig.factory({
          data: { pavedRoad: { packs: [{ target: packs.resolve('acme') }] } },
        }),
        mockServices.database.factory({ knex }),
        mockServices.scheduler.mock().factory,
        createServiceFactory({
          service: catalogServiceRef,
          deps: { auth: coreServices.auth },
          factory: ({ auth }) => {
            const visible = (asked: unknown) => {
              questions += 1;
              const { credentials } = asked as CatalogServiceRequestOptions;
              return catalogServiceMock({
                entities: entities.filter(
                  ({ metadata }) =>
                    !auth.isPrincipal(credentials, 'user') ||
                    !metadata.name.startsWith('hidden'),
                ),
              });
            };
            return catalogServiceMock.mock({
              queryEntities: async (query, asked) =>
                visible(asked).queryEntities(query),
              getEntityByRef: async (ref, asked) =>
                visible(asked).getEntityByRef(ref),
            });
          },
        }),
        ...features,
      ],
    });
    return {
      knex,
      /** How often the catalog was asked. */
      questions: () => questions,
      get: (path: string, as: string = mockCredentials.user.header()) =>
        request(server).get(`/api/paved-road${path}`).set('Authorization', as),
    };
  };
}
