import { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import { forwardTo, startFakePortal } from '../__testUtils__/portal';
import {
  createWorkspace,
  pack,
  privateBucket,
  publicBucket,
  Workspace,
} from '../__testUtils__/workspace';

jest.setTimeout(60_000);

const token = mockCredentials.service.token({
  onBehalfOf: mockCredentials.service('external:platform'),
  targetPluginId: 'paved-road',
});

const commit = 'c0ffee'.repeat(7).slice(0, 40);

const run = {
  '--service': 'component:default/ledger',
  '--run': 'build:42',
  '--commit': commit,
  '--stage': 'pipeline',
  '--run-url': 'https://ci.example.com/42',
};

/** The arguments that name a run, changed; without those that are undefined. */
const naming = (change: Record<string, string | undefined> = {}) =>
  Object.entries({ ...run, ...change }).flatMap(([flag, value]) =>
    value === undefined ? [] : [flag, value],
  );

/** Stops what a test has started. */
const stops: (() => unknown)[] = [];

describe('paved-road check --portal, for a run of a pipeline', () => {
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

  it('is kept by the portal, which says what it judges', async () => {
    const { check, results } = await startPortal();
    const ended = await check('infra/good.yaml', ...naming());
    expect(ended.stderr).toBe(
      "By the portal's judgement the pipeline stage of the run build:42 of component:default/ledger passes for production.\n",
    );
    expect(ended.stdout).toContain('Nothing blocks.');
    expect(ended.exitCode).toBe(0);
    expect(await results('/build:42')).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/ledger',
        pipeline: { id: 'platform', title: 'platform' },
        commit,
        environment: 'production',
        stage: 'pipeline',
        outcome: 'passed',
        verdict: 'pass',
        url: 'https://ci.example.com/42',
        documents: [
          { path: 'infra/good.yaml', digest: expect.stringMatching(/^sha256/) },
        ],
        heldRules: ['acme/BUCKET_HAS_TAGS', 'acme/BUCKET_IS_PRIVATE'],
      }),
    ]);
  });

  it('is kept with its failures, and leaves the report as it is', async () => {
    const { check, results } = await startPortal();
    const args = ['infra/bad.yaml', '--format', 'sarif'];
    const alone = await check(...args);
    const ended = await check(...args, ...naming({ '--stage': 'deployed' }));
    expect(ended.stdout).toBe(alone.stdout);
    expect(ended.stderr).toMatch(
      /deployed stage .* fails for production\.\n {2}Fail and block here: acme\/BUCKET_IS_PRIVATE\n/,
    );
    expect(ended.exitCode).toBe(1);
    expect(await results('/build:42')).toMatchObject([
      {
        stage: 'deployed',
        outcome: 'failed',
        verdict: 'fail',
        results: [
          {
            rule: 'acme/BUCKET_IS_PRIVATE',
            findings: [{ document: 'infra/bad.yaml', line: 5 }],
          },
        ],
      },
    ]);
  });

  it('is the same one again, wherever and in whatever order it is checked', async () => {
    const { check, results } = await startPortal();
    const free = [...naming(), '--environment', 'development'];
    const here = await check('infra/bad.yaml', 'infra/good.yaml', ...free);
    workspace.cwd = join(workspace.path, 'other');
    const bad = join(workspace.path, 'infra/bad.yaml');
    const there = await check('../infra/good.yaml', bad, ...free);
    expect(here.exitCode).toBe(0);
    expect([there.exitCode, there.stderr]).toEqual([0, here.stderr]);
    expect(await results()).toHaveLength(1);
    expect(await results('/build:42')).toMatchObject([
      { documents: [{ path: 'infra/bad.yaml' }, { path: 'infra/good.yaml' }] },
    ]);
  });

  it('does not pass where another result of the run is kept', async () => {
    const { check } = await startPortal();
    await check('infra/good.yaml', ...naming());
    const ended = await check(
      'infra/good.yaml',
      ...naming({ '--commit': 'b'.repeat(40) }),
    );
    expect(ended.stderr).toContain("doesn't take the result (409)");
    expect(ended.stderr).toContain('begin a new run');
    expect(ended.exitCode).toBe(2);
  });

  it('is not complete where a document can’t be read, and kept nevertheless', async () => {
    const { check, results } = await startPortal();
    workspace.write({ 'infra/broken.yaml': 'Resources: [' });
    const ended = await check('infra', ...naming());
    expect(ended.exitCode).toBe(2);
    expect(await results()).toMatchObject([
      { outcome: 'failed', verdict: 'fail' },
    ]);
  });

  it.each([
    ['has other rules by then', ['other'], 1, 'fails', /but \S+ is in force/],
    [
      'has lost rules by then',
      ['portal/rules', 'gone'],
      2,
      'is unknown',
      /packs could not be loaded: .*gone/,
    ],
  ])(
    'does not pass where the portal %s, though the check did',
    async (_, packs, exitCode, verdict, reason) => {
      const { check } = await startPortal(forwardTo(await startPlugin(packs)));
      const ended = await check('infra/good.yaml', ...naming());
      expect(ended.stdout).toContain('Nothing blocks.');
      expect(ended.stderr).toContain(`${verdict} for production`);
      expect(ended.stderr).toMatch(reason);
      expect(ended.exitCode).toBe(exitCode);
    },
  );

  it('is refused for a service that the pipeline may not speak for', async () => {
    const { check } = await startPortal();
    const ended = await check(
      'infra/good.yaml',
      ...naming({ '--service': 'component:default/lending' }),
    );
    expect(ended.stderr).toContain("token's owner post this result (403)");
    expect(ended.stderr).toContain('may not speak for');
    expect(ended.exitCode).toBe(2);
  });

  it.each<[string, RequestListener, string]>([
    [
      'answers with a page',
      (_, res) => res.end('<html>Sign in</html>'),
      "can't be read, so what it judges is not known",
    ],
    [
      'leads elsewhere',
      (_, res) => res.writeHead(302, { Location: 'https://a.example' }).end(),
      'leads elsewhere (302)',
    ],
    ['goes away', (_, res) => res.destroy(), "can't be reached"],
    [
      'repeats the token',
      (req, res) =>
        res
          .writeHead(500)
          .end(
            JSON.stringify({ error: { message: req.headers.authorization } }),
          ),
      'It says: Bearer …',
    ],
  ])('does not pass where the portal %s', async (_, taker, words) => {
    const { check } = await startPortal(taker);
    for (const document of ['infra/good.yaml', 'infra/bad.yaml']) {
      const ended = await check(document, ...naming());
      expect(ended.stderr).toContain(words);
      expect(ended.stderr).not.toContain(token);
      expect(ended.stdout).toContain(document);
      expect(ended.exitCode).toBe(2);
    }
  });

  it('does not pass by what the portal says of another run', async () => {
    const plugin = forwardTo(await startPlugin());
    const { check } = await startPortal((req, res) => {
      req.url = req.url?.replace(/[^/]+$/, 'build:41');
      plugin(req, res);
    });
    const ended = await check('infra/good.yaml', ...naming());
    expect(ended.stderr).toContain('is about another result');
    expect(ended.exitCode).toBe(2);
  });

  it('takes only documents of the repository', async () => {
    const { check, results } = await startPortal();
    workspace.write({ 'inner/.git/HEAD': '' });
    workspace.cwd = join(workspace.path, 'inner');
    const ended = await check('../infra/good.yaml', ...naming());
    expect(ended.stderr).toContain('lies outside of the repository');
    expect(ended.exitCode).toBe(2);
    expect(await results()).toEqual([]);
  });

  it.each([
    [{ '--commit': undefined, '--run': undefined }, 'also --run, --commit'],
    [{ '--run-url': undefined }, 'say also --run-url'],
    [{ '--service': 'ledger' }, '--service: must be an entity such as'],
    [{ '--service': 'component:default/..' }, '--service: must be an entity'],
    [{ '--run': '' }, '--run: must be up to 200 letters'],
    [{ '--commit': 'c0ffee' }, '--commit: must be the 40 hexadecimal digits'],
    [{ '--stage': 'source' }, '--stage: '],
    [
      { '--run-url': 'ftp://ci.example.com' },
      '--run-url: must be an http or https',
    ],
  ])('is not posted with %j', async (change, words) => {
    const ended = await workspace.run(
      ...['check', 'infra/good.yaml', '--portal', 'https://portal.example'],
      ...naming(change),
    );
    expect(ended.stderr).toContain(words);
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('is of no use without a portal', async () => {
    const ended = await workspace.run(
      ...['check', 'infra/good.yaml', '--pack', 'portal/rules', ...naming()],
    );
    expect(ended.stderr).toContain('--service is of no use without --portal');
    expect(ended).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
