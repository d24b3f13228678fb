import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import pavedRoadPlugin from '../index';

/** Starts the plugin by itself, with an empty catalog. */
export async function startPlugin(options: {
  pavedRoad?: JsonObject;
  /** Beside `pavedRoad`. */
  config?: JsonObject;
  features?: BackendFeature[];
}) {
  const { pavedRoad = {}, config = {}, features = [] } = options;
  const { server } = await startTestBackend({
    features: [
      pavedRoadPlugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({ data: { ...config, pavedRoad } }),
      ...features,
    ],
  });
  return server;
}
