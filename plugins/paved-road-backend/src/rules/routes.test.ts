import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  bundleSummarySchema,
  listRules,
  ruleDetailSchema,
  ruleSourceSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadPacksExtensionPoint } from '@paved-road/backstage-plugin-paved-road-node';
import request from 'supertest';
import { acmePack } from '../__testUtils__/acmePack';
import { brokenRule, packFiles } from '../__testUtils__/packFiles';
import { startPlugin } from '../__testUtils__/startPlugin';

jest.setTimeout(60_000);

const base = '/api/paved-road';
const paths = [
  '/rules',
  '/rules/acme/bucket_is_private',
  '/rules/acme/bucket_is_private/source',
  '/bundle',
];

describe('the routes of the rules', () => {
  const directory = createMockDirectory();
  const acme = { target: directory.resolve('acme') };

  beforeEach(() => {
    directory.setContent(packFiles('acme'));
  });

  it('lists rules, narrowed and most severe first', async () => {
    const server = await startPlugin({ pavedRoad: { packs: [acme] } });
    const all = await request(server).get(`${base}/rules`);
    expect(all.status).toBe(200);
    const { items, totalItems, facets } = listRules.response.parse(all.body);
    expect(items.map(({ id }) => id)).toEqual([
      'acme/bucket_is_private',
      'acme/queue_is_encrypted',
    ]);
    expect(totalItems).toBe(2);
    expect(facets).toEqual({
      packs: ['acme'],
      severities: ['critical'],
      frameworks: ['NIST 800-53 Rev 5'],
      resourceTypes: ['AWS::S3::Bucket'],
    });
    const narrowed = await request(server).get(
      `${base}/rules?pack=acme&pack=other&text=queue`,
    );
    expect(narrowed.body.items).toHaveLength(1);
    expect(narrowed.body.totalItems).toBe(2);
  });

  it('shows one rule, its source and the bundle', async () => {
    const server = await startPlugin({ pavedRoad: { packs: [acme] } });
    const [, rule, source, bundle] = await Promise.all(
      paths.map(path => request(server).get(base + path)),
    );
    expect(ruleDetailSchema.parse(rule.body)).toMatchObject({
      title: 'Buckets are private',
      rationale: expect.stringContaining('how data leaves'),
      proposeChanges: 'Ask in the security guild.',
    });
    expect(ruleSourceSchema.parse(source.body)).toMatchObject({
      text: packFiles('acme')['acme/storage/bucket_is_private.guard'],
      examples: [{ name: 'a private bucket', expected: 'pass' }],
    });
    expect(bundleSummarySchema.parse(bundle.body)).toMatchObject({
      engine: { name: 'cfn-guard' },
      packs: [{ id: 'acme', ruleCount: 2, withoutRationaleCount: 1 }],
      defaultEnvironment: 'production',
      problems: [],
    });
  });

  it('says which rule is not there', async () => {
    const server = await startPlugin({ pavedRoad: { packs: [acme] } });
    for (const path of ['/rules/acme/nope', '/rules/acme/nope/source']) {
      const response = await request(server).get(base + path);
      expect(response.status).toBe(404);
      expect(response.body.error.message).toBe(
        "There is no rule 'acme/nope' in force",
      );
    }
  });

  it('refuses a filter that it does not know', async () => {
    const server = await startPlugin({ pavedRoad: { packs: [acme] } });
    const value = await request(server).get(`${base}/rules?severity=awful`);
    expect(value.status).toBe(400);
    expect(value.body.error.message).toContain("query parameter 'severity'");
    const name = await request(server).get(`${base}/rules?severty=high`);
    expect(name.status).toBe(400);
    expect(name.body.error.message).toContain("'severty' is not known");
  });

  it('answers nobody who is not signed in, and nobody without the permission', async () => {
    const denied = await startPlugin({
      pavedRoad: { packs: [acme] },
      features: [
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
      ],
    });
    for (const path of paths) {
      const stranger = await request(denied)
        .get(base + path)
        .set('Authorization', mockCredentials.none.header());
      expect(stranger.status).toBe(401);
      const user = await request(denied).get(base + path);
      expect(user.status).toBe(403);
      expect(user.body.error.message).toContain('paved-road.rule.read');
    }
  });

  it('shows a rule file that does not parse as broken, and leaves the others in force', async () => {
    directory.addContent({ 'acme/broken.guard': brokenRule });
    const server = await startPlugin({ pavedRoad: { packs: [acme] } });
    const broken = await request(server).get(`${base}/rules/acme/is_broken`);
    expect(broken.body.broken).toEqual(expect.stringMatching(/\S/));
    const good = await request(server).get(base + paths[1]);
    expect(good.body.broken).toBeUndefined();
    const bundle = await request(server).get(`${base}/bundle`);
    expect(bundle.body.packs).toMatchObject([{ ruleCount: 3, brokenCount: 1 }]);
  });

  it('names a pack that could not be loaded', async () => {
    const server = await startPlugin({
      pavedRoad: {
        packs: [
          acme,
          { target: directory.resolve('nowhere') },
          { target: 'https://github.com/acme/rules/tree/main' },
        ],
      },
      features: [
        mockServices.urlReader.mock({
          readTree: async () => {
            throw new Error('the host is down');
          },
        }).factory,
      ],
    });
    const bundle = await request(server).get(`${base}/bundle`);
    expect(bundle.body.packs).toMatchObject([{ id: 'acme' }]);
    expect(bundle.body.problems).toEqual([
      {
        pack: directory.resolve('nowhere'),
        message: expect.stringContaining('no such directory'),
      },
      {
        pack: 'https://github.com/acme/rules/tree/main',
        message: 'Not in force: the host is down',
      },
    ]);
  });

  it('shows a changed pack once it has been read anew', async () => {
    const scheduler = mockServices.scheduler.mock();
    const server = await startPlugin({
      pavedRoad: { packs: [acme], packRefresh: { minutes: 7 } },
      features: [scheduler.factory],
    });
    const [task] = scheduler.scheduleTask.mock.calls
      .map(([definition]) => definition)
      .filter(({ id }) => id === 'paved-road-refresh-bundle');
    expect(task).toMatchObject({ scope: 'local', frequency: { minutes: 7 } });
    const before = await request(server).get(`${base}/bundle`);
    directory.addContent({
      'acme/new.guard': 'rule is_new { Resources !empty }\n',
    });
    await task.fn(new AbortController().signal);
    const after = await request(server).get(`${base}/bundle`);
    expect(after.body.digest).not.toBe(before.body.digest);
    await request(server).get(`${base}/rules/acme/is_new`).expect(200);
  });

  it('answers 503 with the reasons where no pack could be loaded', async () => {
    const server = await startPlugin({
      pavedRoad: { packs: [{ target: directory.resolve('nowhere') }] },
    });
    const response = await request(server).get(`${base}/rules`);
    expect(response.status).toBe(503);
    expect(response.body.error.message).toContain(
      'There are no rules in force',
    );
  });

  it('puts the packs of modules in force', async () => {
    const server = await startPlugin({
      pavedRoad: { packs: [{ target: 'control-tower' }] },
      features: [
        createBackendModule({
          pluginId: 'paved-road',
          moduleId: 'acme',
          register: reg =>
            reg.registerInit({
              deps: { packs: pavedRoadPacksExtensionPoint },
              async init({ packs }) {
                packs.addPackProvider({
                  name: 'acme module',
                  loadPacks: async () => [acmePack()],
                });
              },
            }),
        }),
      ],
    });
    const bundle = await request(server).get(`${base}/bundle`);
    expect(bundle.body.packs).toMatchObject([
      { id: 'control-tower', ruleCount: 237 },
      { id: 'acme', ruleCount: 2 },
    ]);
  });
});
