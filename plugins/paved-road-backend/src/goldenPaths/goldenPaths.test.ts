import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  adoptionSchema,
  GoldenPath,
} from '@paved-road/backstage-plugin-paved-road-common';
import { DatabaseChannelStore } from '../pipelines/channel/store/DatabaseChannelStore';
import {
  component,
  template,
  useGoldenPaths,
} from './__testUtils__/startGoldenPaths';

const start = useGoldenPaths();

const goldenPath = {
  gives: ['An API'],
  leaving: 'Little.',
  rules: ['acme/bucket_is_private', 'acme/gone'],
  changes: [
    { version: '1.10.0', date: '2026-11-26', summary: 'Faster.' },
    { version: '1.9.0', date: '2026-11-20', summary: 'The first.' },
  ],
};

const from = (ref: string, version?: string) => ({
  'paved-road.io/golden-path': ref,
  ...(version && { 'paved-road.io/golden-path-version': version }),
});

describe('golden paths', () => {
  it('are listed with what they give, which rules they keep and who uses them', async () => {
    const { get } = await start([
      template('lambda-api', '1.10.0', goldenPath),
      template('ordinary', undefined),
      component('a', from('template:default/lambda-api', '1.9.0')),
      component('b', from('lambda-api', '1.10.0')),
      component('c', from('Template:Default/Lambda-API', '1.10.0')),
      component('d', from('lambda-api')),
      component('e', from('template:default/other', '1.0.0')),
      component('f', from('::/not a ref//', '1.0.0')),
      component('hidden', from('lambda-api', '1.9.0')),
      component('none'),
    ]);
    const { body, status } = await get('/golden-paths');
    expect(status).toBe(200);
    expect(body.items).toEqual([
      {
        ref: 'template:default/lambda-api',
        title: 'The lambda-api',
        owner: 'group:default/platform',
        tags: ['aws'],
        version: '1.10.0',
        gives: goldenPath.gives,
        leaving: goldenPath.leaving,
        rules: [
          {
            id: 'acme/bucket_is_private',
            title: 'Buckets are private',
            inForce: true,
          },
          { id: 'acme/gone', title: 'acme/gone', inForce: false },
        ],
        changes: goldenPath.changes,
        usage: {
          services: 4,
          versions: [
            { version: '1.10.0', services: 2 },
            { version: '1.9.0', services: 1 },
            { version: 'unknown', services: 1 },
          ],
        },
      },
    ]);
    const service = mockCredentials.service.header();
    const all = await get('/golden-paths', service);
    expect(all.body.items[0].usage.services).toBe(5);
    expect(
      (await get('/golden-paths', mockCredentials.none.header())).status,
    ).toBe(401);
  });

  it('say what is wrong with what they say of themselves', async () => {
    const { get } = await start([
      template('a-silent', '1.0.0'),
      template('b-wrong', '1.0.0', { ...goldenPath, gives: [] }),
      template('c-behind', '2.0.0', goldenPath),
      template('hidden', '1.0.0', goldenPath),
    ]);
    const { body } = await get('/golden-paths');
    expect(
      body.items.map(({ problem, title }: GoldenPath) => [title, problem]),
    ).toEqual([
      ['The a-silent', expect.stringContaining('spec.goldenPath')],
      ['The b-wrong', expect.stringContaining('spec.goldenPath.gives')],
      ['The c-behind', expect.stringContaining('version 2.0.0')],
    ]);
    expect(body.items[2].gives).toEqual(goldenPath.gives);
  });

  it('tell a service what has changed since', async () => {
    const { get } = await start([
      template('lambda-api', '1.10.0', goldenPath),
      template('hidden-path', '1.0.0', goldenPath),
      component('behind', from('lambda-api', '1.9.0')),
      component('lost', from('template:default/gone', '1.0.0')),
      component('strange', from('template:default/../../x', '1.0.0')),
      component('secret', from('template:default/hidden-path', '1.9.0')),
      component('none'),
      component('hidden'),
    ]);
    const read = async (name: string) =>
      (await get(`/services/component/default/${name}/golden-path`)).body;
    expect(await read('behind')).toEqual({
      entityRef: 'component:default/behind',
      path: {
        ref: 'template:default/lambda-api',
        title: 'The lambda-api',
        version: '1.9.0',
        latest: '1.10.0',
        changes: [goldenPath.changes[0]],
      },
    });
    for (const name of ['lost', 'strange', 'secret']) {
      const { path } = await read(name);
      expect(path).toMatchObject({ title: path.ref, changes: [] });
      expect(path).not.toHaveProperty('latest');
    }
    expect(await read('none')).toEqual({
      entityRef: 'component:default/none',
    });
    const hidden = await get('/services/component/default/hidden/golden-path');
    expect(hidden.status).toBe(404);
  });
});

describe('adoption', () => {
  it('is told of a thousand services with a handful of questions', async () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `s${index}`);
    const { get, knex, questions } = await start([
      template('lambda-api', '1.10.0', goldenPath),
      component('hidden', from('lambda-api', '1.10.0')),
      ...names.map(name => component(name, from('lambda-api', '1.9.0'))),
    ]);
    const store = new DatabaseChannelStore(knex);
    const lookedAt = await store.now();
    await store.record(
      'component:default/s1',
      { state: 'on-road', items: [] },
      lookedAt,
    );
    // Gone from the catalog, and hidden from the reader.
    for (const name of ['gone', 'hidden']) {
      await store.record(
        `component:default/${name}`,
        { state: 'drifting', items: [] },
        lookedAt,
      );
    }
    let statements = 0;
    knex.on('query', () => {
      statements += 1;
    });
    const askedBefore = questions();
    const { body, status } = await get('/adoption');
    expect([status, body.error]).toEqual([200, undefined]);
    const adoption = adoptionSchema.parse(body);
    expect(adoption.counts).toEqual({
      'on-road': 1,
      drifting: 0,
      'off-road': 0,
      unknown: 999,
    });
    expect(adoption.history).toEqual([
      {
        date: lookedAt.slice(0, 10),
        counts: { 'on-road': 1, drifting: 0, 'off-road': 0, unknown: 0 },
      },
    ]);
    expect(adoption.services).toHaveLength(1_000);
    expect(adoption.services.at(-1)?.entityRef).toBe('component:default/s1');
    expect(adoption.byPath).toHaveLength(1);
    expect(statements).toBeLessThan(15);
    expect(questions() - askedBefore).toBeLessThan(10);
  });

  it('takes the permission to see the services’ compliance', async () => {
    const { get } = await start(
      [component('a')],
      [
        mockServices.permissions.mock({
          authorizeConditional: async requests =>
            requests.map(() => ({ result: AuthorizeResult.DENY })),
        }).factory,
      ],
    );
    const { body, status } = await get('/adoption');
    expect(status).toBe(403);
    expect(body.error.message).toContain('paved-road.compliance.read');
  });

  it('counts only what the caller may see where that is decided for each service', async () => {
    const { get } = await start(
      [component('a'), component('b')],
      [
        mockServices.permissions.mock({
          authorizeConditional: async requests =>
            requests.map(() => ({
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: {},
              },
            })),
          authorize: async requests =>
            requests.map(({ resourceRef }) => ({
              result:
                resourceRef === 'component:default/a'
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            })),
        }).factory,
      ],
    );
    const { services } = adoptionSchema.parse((await get('/adoption')).body);
    expect(services.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/a',
    ]);
  });
});
