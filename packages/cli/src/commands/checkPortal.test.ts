import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import pavedRoadPlugin from '@paved-road/backstage-plugin-paved-road-backend';
import {
  createBundle,
  loadPackFiles,
  writeBundleArchive,
} from '@paved-road/backstage-plugin-paved-road-node';
import { startObserver } from '../__testUtils__/portal';
import {
  createWorkspace,
  pack,
  privateBucket,
  publicBucket,
  Workspace,
} from '../__testUtils__/workspace';

jest.setTimeout(60_000);

const token = mockCredentials.user.token();

/** Stops what a test has started. */
const stops: (() => unknown)[] = [];

/** The plugin itself, which has the workspace's pack in force. */
async function startPortal(workspace: Workspace, packs = ['portal/rules']) {
  const { server } = await startTestBackend({
    features: [
      pavedRoadPlugin,
      catalogServiceMock.factory({ entities: [] }),
      mockServices.rootConfig.factory({
        data: {
          pavedRoad: {
            packs: packs.map(path => ({ target: join(workspace.path, path) })),
          },
        },
      }),
    ],
  });
  const observer = await startObserver(server);
  stops.push(observer.stop);
  return observer;
}

describe('paved-road check --portal', () => {
  let workspace: Workspace;
  let kept: string;

  beforeEach(() => {
    workspace = createWorkspace();
    const cache = join(workspace.path, 'cache');
    kept = join(cache, 'paved-road/bundles');
    Object.assign(workspace.env, {
      XDG_CACHE_HOME: cache,
      PAVED_ROAD_TOKEN: token,
    });
    workspace.write({
      'a.yaml': publicBucket,
      'good.yaml': privateBucket,
      // A rule set of the repository's own, which must not decide.
      'policies/harmless.guard': 'rule HARMLESS { Resources exists }\n',
    });
    for (const [path, text] of Object.entries(pack)) {
      workspace.write({ [`portal/${path}`]: text });
    }
  });

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
    workspace.remove();
  });

  const keptFiles = () =>
    readdirSync(kept, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.tar.gz'))
      .map(name => join(kept, name));

  it('reports as with the packs themselves, in each format', async () => {
    const { url } = await startPortal(workspace);
    for (const format of ['text', 'json', 'sarif', 'junit']) {
      const args = ['check', 'a.yaml', '--format', format];
      const here = await workspace.run(...args, '--pack', 'portal/rules');
      const there = await workspace.run(...args, '--portal', url);
      expect(there).toMatchObject({ exitCode: 1, stderr: '' });
      // Where the rule lies on this machine is known only of a directory.
      expect(there.stdout).toBe(
        here.stdout.replace(/ · portal\/rules\/\S+/g, ''),
      );
    }
  });

  it('ends as the rules of the environment want it', async () => {
    const { url } = await startPortal(workspace);
    const check = (...args: string[]) =>
      workspace.run('check', ...args, '--portal', `${url}/`);
    expect((await check('good.yaml')).exitCode).toBe(0);
    const free = await check('a.yaml', '--environment', 'development');
    expect(free.exitCode).toBe(0);
    const unknown = await check('a.yaml', '--environment', 'prod');
    expect(unknown.stderr).toContain("no environment 'prod'; there are");
    expect(unknown.exitCode).toBe(2);
  });

  it('fetches a bundle once, and again where it is no longer what it was', async () => {
    const { url, statuses } = await startPortal(workspace);
    const check = async () => {
      const run = await workspace.run('check', 'a.yaml', '--portal', url);
      expect(run).toMatchObject({ exitCode: 1, stderr: '' });
    };
    await check();
    await check();
    expect(statuses).toEqual([200, 304]);
    const [file] = keptFiles();
    writeFileSync(file, readFileSync(file).subarray(0, 100));
    await check();
    expect(statuses).toEqual([200, 304, 200]);

    rmSync(join(workspace.path, 'cache'), { recursive: true });
    workspace.write({ cache: 'no directory' });
    await check();
    expect(statuses).toEqual([200, 304, 200, 200]);
  });

  it('lets no bundle that was put into the cache decide', async () => {
    const { url } = await startPortal(workspace);
    await workspace.run('check', 'a.yaml', '--portal', url);
    const [file] = keptFiles();
    const harmless = createBundle({
      packs: [
        loadPackFiles({
          fallbackId: 'acme',
          files: [
            { path: 'a.guard', text: 'rule HARMLESS { Resources exists }\n' },
          ],
        }),
      ],
    });
    writeFileSync(file, await writeBundleArchive(harmless));
    const run = await workspace.run('check', 'a.yaml', '--portal', url);
    expect(run.exitCode).toBe(1);
  });

  it('takes the token from a file, and shows it to nobody', async () => {
    const { url } = await startPortal(workspace);
    delete workspace.env.PAVED_ROAD_TOKEN;
    workspace.write({
      token: `${token}\n`,
      'token.two': 'two words',
      'token.empty': '\n',
      'token.wrong': mockCredentials.user.invalidToken(),
    });
    const check = (...args: string[]) =>
      workspace.run('check', 'good.yaml', '--portal', url, ...args);
    expect((await check('--token-file', 'token')).exitCode).toBe(0);

    const none = await check();
    expect(none.stderr).toContain('--token-file, or set PAVED_ROAD_TOKEN');
    const wrong = await check('--token-file', 'token.wrong');
    expect(wrong.stderr).toContain("doesn't know the token (401)");
    const two = await check('--token-file', 'token.two');
    expect(two.stderr).toContain('token.two holds no token');
    const empty = await check('--token-file', 'token.empty');
    expect(empty.stderr).toContain('token.empty holds no token');
    const nowhere = await check('--token-file', 'nowhere');
    expect(nowhere.stderr).toContain("nowhere can't be read: ENOENT");
    const argument = await check(`--token=secret`);
    expect(argument.stderr).toContain('use --token-file');
    for (const run of [none, wrong, two, empty, nowhere, argument]) {
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
      expect(run.stderr).not.toMatch(/two words|mock-|secret/);
    }
  });

  it('says which pack the portal misses', async () => {
    const { url } = await startPortal(workspace, ['portal/rules', 'gone']);
    const run = await workspace.run('check', 'good.yaml', '--portal', url);
    expect(run.stderr).toContain('gives no bundle (503)');
    expect(run.stderr).toContain(`${workspace.path}/gone could not be read`);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('takes rules from one place only', async () => {
    const run = await workspace.run(
      ...['check', 'good.yaml', '--pack', 'portal/rules'],
      ...['--portal', 'https://portal.example'],
    );
    expect(run.stderr).toContain('cannot be used with');
    expect(run.exitCode).toBe(2);
  });

  it('is not taken for a check with the portal where only a token is given', async () => {
    workspace.write({ token });
    const run = await workspace.run(
      ...['check', 'good.yaml', '--token-file', 'token'],
    );
    expect(run.stderr).toContain('--token-file is of no use without --portal');
    expect(run.exitCode).toBe(2);
  });

  it('runs as a process of its own', async () => {
    const { url, statuses } = await startPortal(workspace);
    const { exitCode, stderr, stdout } = await workspace.start(
      ...['check', 'a.yaml', '--portal', url],
    ).ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout).toContain('Something blocks.');
    expect(statuses).toEqual([200]);
  });
});
