import { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import { forwardTo, startFakePortal } from './portal';
import {
  createWorkspace,
  pack,
  privateBucket,
  publicBucket,
  Workspace,
} from './workspace';

/** Of the pipeline, as Backstage would verify it. */
export const token = mockCredentials.service.token({
  onBehalfOf: mockCredentials.service('external:platform'),
  targetPluginId: 'paved-road',
});

export const commit = 'c0ffee'.repeat(7).slice(0, 40);

const run = {
  '--service': 'component:default/ledger',
  '--run': 'build:42',
  '--commit': commit,
  '--stage': 'pipeline',
  '--run-url': 'https://ci.example.com/42',
};

/** The arguments that name a run, changed; without those that are undefined. */
export const naming = (change: Record<string, string | undefined> = {}) =>
  Object.entries({ ...run, ...change }).flatMap(([flag, value]) =>
    value === undefined ? [] : [flag, value],
  );

/**
 * A repository with documents, and what starts portals of its packs; to be called
 * where tests are declared.
 */
export function usePipelinePortal() {
  const stops: (() => unknown)[] = [];
  let workspace: Workspace;

  beforeEach(() => {
    workspace = createWorkspace();
    Object.assign(workspace.env, {
      XDG_CACHE_HOME: join(workspace.path, 'cache'),
      PAVED_ROAD_TOKEN: token,
    });
    workspace.write({
      '.git/HEAD': '',
      'infra/bad.yaml': publicBucket,
      'infra/good.yaml': privateBucket,
      'other/pack.yaml': 'id: acme\n',
      'other/a.guard': 'rule HARMLESS { Resources exists }\n',
      'other/a.md': '---\ntitle: Harmless\n---\n',
    });
    for (const [path, text] of Object.entries(pack)) {
      workspace.write({ [`portal/${path}`]: text });
    }
  });

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
    workspace.remove();
  });

  /** The plugin itself, with a pipeline that may speak for the ledger. */
  async function startPlugin(packs = ['portal/rules']): Promise<Server> {
    const component = (name: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default' },
    });
    const { server } = await startTestBackend({
      features: [
        pavedRoadPlugin,
        catalogServiceMock.factory({
          entities: [component('ledger'), component('lending')],
        }),
        mockServices.rootConfig.factory({
          data: {
            pavedRoad: {
              packs: packs.map(path => ({
                target: join(workspace.path, path),
              })),
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
    return server;
  }

  /** A portal, and another that answers in its place where results are posted. */
  async function startPortal(taker?: RequestListener) {
    const plugin = forwardTo(await startPlugin());
    const { url, stop } = await startFakePortal((req, res) =>
      req.method === 'PUT' && taker ? taker(req, res) : plugin(req, res),
    );
    stops.push(stop);
    const check = (...args: string[]) =>
      workspace.run('check', '--portal', url, ...args);
    const results = async (path = '') => {
      const response = await fetch(
        `${url}/services/component/default/ledger/pipeline-results${path}`,
        { headers: { Authorization: mockCredentials.user.header() } },
      );
      return response.status === 404 ? [] : (await response.json()).items;
    };
    return { check, results };
  }

  return { startPlugin, startPortal, workspace: () => workspace };
}
