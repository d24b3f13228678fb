import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { readBundleArchive } from '@paved-road/backstage-plugin-paved-road-node';
import request from 'supertest';
import { packFiles } from '../__testUtils__/packFiles';
import { startPlugin } from '../__testUtils__/startPlugin';

jest.setTimeout(60_000);

type Server = Awaited<ReturnType<typeof startPlugin>>;

const path = '/api/paved-road/bundle';

const getArchive = (server: Server) =>
  request(server)
    .get(path)
    .set('Accept', 'application/gzip')
    .responseType('blob');

describe('the bundle in force, for scanners', () => {
  const directory = createMockDirectory();
  const acme = { target: directory.resolve('acme') };

  beforeEach(() => {
    directory.setContent(packFiles('acme'));
  });

  it('is an archive of the bundle that the portal checks against', async () => {
    const server = await startPlugin({
      pavedRoad: { packs: [{ target: 'control-tower' }, acme] },
    });
    const summary = await request(server).get(path);
    const { status, headers, body } = await getArchive(server);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/gzip',
      'cache-control': 'private, no-cache',
      etag: `"${summary.body.digest}"`,
      vary: expect.stringContaining('Accept'),
    });
    const bundle = await readBundleArchive(body);
    expect(bundle.digest).toBe(summary.body.digest);
    expect(bundle.rules.size).toBe(239);
    const rule = bundle.rules.get('acme/bucket_is_private')!;
    expect(bundle.enforcementOf(rule, 'staging')).toBe('advise');
  });

  it('is sent again only where it has changed', async () => {
    const scheduler = mockServices.scheduler.mock();
    const server = await startPlugin({
      pavedRoad: { packs: [acme] },
      features: [scheduler.factory],
    });
    const { etag } = (await getArchive(server)).headers;
    for (const known of [etag, `"sha256:0", W/${etag}`, '*']) {
      const again = await getArchive(server)
        .set('If-None-Match', known)
        .set('Cache-Control', 'no-cache');
      expect(again.status).toBe(304);
      expect(again.headers).toMatchObject({ etag });
      expect(again.body).toHaveLength(0);
    }
    directory.addContent({
      'acme/new.guard': 'rule is_new { Resources !empty }\n',
    });
    const refresh = scheduler.scheduleTask.mock.calls
      .map(([definition]) => definition)
      .find(({ id }) => id === 'paved-road-refresh-bundle')!;
    await refresh.fn(new AbortController().signal);
    const changed = await getArchive(server).set('If-None-Match', etag);
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
    const { rules } = await readBundleArchive(changed.body);
    expect([...rules.keys()]).toContain('acme/is_new');
  });

  it('is not given out with a gap', async () => {
    const nowhere = directory.resolve('nowhere');
    const server = await startPlugin({
      pavedRoad: { packs: [acme, { target: nowhere }] },
    });
    const summary = await request(server).get(path).expect(200);
    const response = await request(server)
      .get(path)
      .set('Accept', 'application/gzip')
      .set('If-None-Match', `"${summary.body.digest}"`);
    expect(response.status).toBe(503);
    expect(response.body.error.message).toContain(
      `${nowhere} could not be read`,
    );
  });

  it('is for those who may read rules', async () => {
    const server = await startPlugin({
      pavedRoad: { packs: [acme] },
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    for (const known of ['', '*']) {
      const stranger = await getArchive(server)
        .set('If-None-Match', known)
        .set('Authorization', mockCredentials.none.header());
      expect(stranger.status).toBe(401);
      const user = await getArchive(server).set('If-None-Match', known);
      expect(user.status).toBe(403);
    }
  });
});
