import { join } from 'node:path';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// Tests only: the pipeline is to be judged by the real portal.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import { rootDirectory } from './root';

/** The portal with the bank's rules, and a pipeline that may speak for the ledger. */
export function startPortal(): Promise<TestBackend> {
  const component = (name: string) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
  });
  return startTestBackend({
    features: [
      pavedRoadPlugin,
      catalogServiceMock.factory({
        entities: [component('ledger'), component('lending')],
      }),
      mockServices.rootConfig.factory({
        data: {
          pavedRoad: {
            packs: [{ target: join(rootDirectory, 'policies') }],
            pipelines: [
              {
                id: 'platform',
                subject: 'external:platform',
                services: ['component:default/ledger'],
              },
            ],
          },
        },
      }),
    ],
  });
}
