import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import catalogModulePavedRoad from '../index';
import { createManualScheduler } from './createManualScheduler';
import { createPavedRoadBackend } from './createPavedRoadBackend';

function component(name: string, ...relations: [string, string][]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name },
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

export const SERVICES = [
  component(
    'payments-api',
    ['ownedBy', 'group:default/payments'],
    ['partOf', 'component:default/checkout'],
    ['partOf', 'system:default/cards'],
  ),
  component('ledger', ['ownedBy', 'user:default/mia']),
  component('nobodys'),
];

/** The module in a catalog that only writes down what it is offered. */
export async function startModule(
  options: {
    catalog?: BackendFeature;
    schedule?: Record<string, string>;
  } = {},
) {
  const backend = createPavedRoadBackend();
  const scheduler = createManualScheduler();
  const logger = mockServices.logger.mock({ child: () => logger });
  const providers: EntityProvider[] = [];
  await startTestBackend({
    extensionPoints: [
      [
        catalogProcessingExtensionPoint,
        {
          addProcessor: () => {},
          addPlaceholderResolver: () => {},
          setOnProcessingErrorHandler: () => {},
          addEntityProvider: (...added) => providers.push(...added.flat()),
        },
      ],
    ],
    features: [
      backend.plugin,
      catalogModulePavedRoad,
      options.catalog ?? catalogServiceMock.factory({ entities: SERVICES }),
      scheduler.factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          catalog: {
            providers: {
              pavedRoad: options.schedule ? { schedule: options.schedule } : {},
            },
          },
        },
      }),
      logger.factory,
    ],
  });

  const mutations: EntityProviderMutation[] = [];
  expect(providers).toHaveLength(1);
  await providers[0].connect({
    applyMutation: async mutation => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  });

  return {
    backend,
    mutations,
    schedules: scheduler.schedules,
    run: scheduler.run,
    leftOut: () =>
      logger.info.mock.calls
        .map(([message]) => String(message))
        .filter(message => message.startsWith('Left out')),
  };
}
