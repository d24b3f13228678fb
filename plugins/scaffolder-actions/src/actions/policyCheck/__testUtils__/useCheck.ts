import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- tests ask the real portal
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import { runAction } from '../../../__testUtils__/runAction';
import { createPolicyCheckAction } from '../policyCheck';
import { pack } from './pack';

type Action = ReturnType<typeof createPolicyCheckAction>;
type Input = Parameters<Action['handler']>[0]['input'];

/**
 * A portal with two packs, and a workspace to check with the action; to be
 * called where tests are declared.
 */
export function useCheck() {
  const packs = createMockDirectory();
  const workspace = createMockDirectory();
  const permissions = mockServices.permissions.mock();
  let backend: TestBackend;

  beforeAll(async () => {
    packs.setContent({ acme: pack('acme'), other: pack('other') });
    backend = await startTestBackend({
      features: [
        pavedRoadPlugin,
        catalogServiceMock.factory({ entities: [] }),
        permissions.factory,
        mockServices.rootConfig.factory({
          data: {
            pavedRoad: {
              packs: ['acme', 'other'].map(id => ({
                target: packs.resolve(id),
              })),
              environments: [
                { name: 'development', enforcement: 'advise' },
                { name: 'staging', enforcement: 'block' },
                { name: 'production', enforcement: 'block' },
              ],
            },
          },
        }),
      ],
    });
  });
  beforeEach(() => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
  });
  afterAll(() => backend.stop());

  /** Checks `infra/*.yaml` for production against one pack, unless told otherwise. */
  function run(
    input: Partial<Input> = {},
    options: { isDryRun?: boolean } = {},
  ) {
    const port = backend.server.port();
    const action = createPolicyCheckAction({
      auth: mockServices.auth({ pluginId: 'scaffolder' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      }),
    });
    return runAction(action, {
      workspacePath: workspace.path,
      input: {
        documents: 'infra/*.yaml',
        environment: 'production',
        packs: ['acme'],
        ...input,
      },
      ...options,
    });
  }

  return { run, workspace, permissions };
}
