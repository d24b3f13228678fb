import { mockServices } from '@backstage/backend-test-utils';
import { FakePortal } from './FakePortal';

/** A portal for each test, and how an action gets to it; to be called where tests are declared. */
export function usePortal() {
  let portal: FakePortal;
  beforeEach(async () => {
    portal = new FakePortal();
    await portal.start();
  });
  afterEach(() => portal.stop());

  return {
    portal: () => portal,
    services: {
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async () => portal.url,
      }),
    },
  };
}
