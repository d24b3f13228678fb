import { RequestListener } from 'node:http';
import { join } from 'node:path';
import {
  createBundle,
  loadPackFiles,
  writeBundleArchive,
} from '@paved-road/backstage-plugin-paved-road-node';
import { startFakePortal } from '../__testUtils__/portal';
import {
  createWorkspace,
  privateBucket,
  Workspace,
} from '../__testUtils__/workspace';

jest.setTimeout(60_000);

const token = 'not-for-the-log';

/** Stops what a test has started. */
const stops: (() => unknown)[] = [];

async function fakePortal(listener: RequestListener): Promise<string> {
  const { url, stop } = await startFakePortal(listener);
  stops.push(stop);
  return url;
}

describe('paved-road check --portal, with a portal that can’t be trusted', () => {
  let workspace: Workspace;

  beforeEach(() => {
    workspace = createWorkspace();
    Object.assign(workspace.env, {
      XDG_CACHE_HOME: join(workspace.path, 'cache'),
      PAVED_ROAD_TOKEN: token,
    });
    workspace.write({ 'good.yaml': privateBucket });
  });

  afterEach(async () => {
    await Promise.all(stops.splice(0).map(stop => stop()));
    workspace.remove();
  });

  it.each<[string, RequestListener, string]>([
    [
      'refuses the caller',
      (req, res) => {
        res.writeHead(403).end(
          JSON.stringify({
            error: { message: `no rights for ${req.headers.authorization}` },
          }),
        );
      },
      "doesn't let the token's owner read the rules (403), so nothing was checked. It says: no rights for Bearer …",
    ],
    [
      'leads elsewhere',
      (_, res) => {
        res.writeHead(302, { Location: 'https://login.example' }).end();
      },
      'leads elsewhere (302)',
    ],
    [
      'answers with a page',
      (_, res) => {
        res.end('<html>Sign in</html>');
      },
      "can't be used as its bundle",
    ],
    [
      'says that nothing has changed to who has nothing',
      (_, res) => {
        res.writeHead(304).end();
      },
      'gives no bundle (304)',
    ],
    [
      'goes away',
      (_, res) => {
        res.writeHead(200, { ETag: '"sha256:0"' });
        res.write('x', () => res.destroy());
      },
      "can't be reached",
    ],
    [
      'never ends',
      (_, res) => {
        const chunk = Buffer.alloc(1024 * 1024);
        const more = () => res.destroyed || res.write(chunk, more);
        more();
      },
      'more than the 16777216 bytes',
    ],
  ])('passes nothing where the portal %s', async (_what, listener, words) => {
    const url = await fakePortal(listener);
    const run = await workspace.run('check', 'good.yaml', '--portal', url);
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toContain(token);
    expect(run).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it.each(['"sha256:0"', undefined])(
    'refuses a bundle of another digest than %s',
    async etag => {
      const bundle = createBundle({
        packs: [
          loadPackFiles({
            fallbackId: 'acme',
            files: [
              { path: 'a.guard', text: 'rule HARMLESS { Resources exists }\n' },
            ],
          }),
        ],
      });
      const bytes = await writeBundleArchive(bundle);
      const url = await fakePortal((_, res) => {
        res.writeHead(200, etag ? { ETag: etag } : {}).end(bytes);
      });
      const run = await workspace.run('check', 'good.yaml', '--portal', url);
      expect(run.stderr).toContain(`but it is ${bundle.digest}`);
      expect(run).toMatchObject({ exitCode: 2, stdout: '' });
    },
  );

  it('says that nobody answers', async () => {
    const { url, stop } = await startFakePortal(() => {});
    await stop();
    const run = await workspace.run('check', 'good.yaml', '--portal', url);
    expect(run.stderr).toContain(
      `The portal at ${url} can't be reached, so nothing was checked: ECONNREFUSED`,
    );
    expect(run.exitCode).toBe(2);
  });

  it.each([
    ['nothing', '--portal must be an address'],
    ['ftp://portal.example', '--portal must be an address'],
    ['http://portal.example/api', '--portal must begin with https://'],
    ['https://me:secret@portal.example', 'without a user'],
    ['https://portal.example/?token=secret', 'without a user'],
  ])('does not take %s for a portal', async (url, words) => {
    const run = await workspace.run('check', 'good.yaml', '--portal', url);
    expect(run.stderr).toContain(words);
    expect(run.stderr).not.toContain('secret');
    expect(run.exitCode).toBe(2);
  });
});
