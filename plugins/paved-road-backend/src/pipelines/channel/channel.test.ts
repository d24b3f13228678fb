import {
  CALLER_WORKFLOW_PATH,
  serviceChannelSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { wiredFiles, workflowOf } from './__testUtils__/repositories';
import { cataloged, troubles, useChannel } from './__testUtils__/startChannel';

const ANCHORS = Array.from(
  { length: 30 },
  (_, index) => `a${index}: &a${index} [${`*a${index - 1},`.repeat(9)}x]`,
).join('\n');

const forge = useChannel({
  ledger: wiredFiles('ledger'),
  edited: {
    ...wiredFiles('edited'),
    [CALLER_WORKFLOW_PATH]: workflowOf('edited').replace(
      'statuses: write',
      'statuses: write\n      contents: write',
    ),
  },
  borrowed: wiredFiles('ledger'),
  grabbed: {
    ...wiredFiles('grabbed'),
    '.github/CODEOWNERS': '* @meridian/payments\n',
  },
  hostile: { ...wiredFiles('hostile'), [CALLER_WORKFLOW_PATH]: ANCHORS },
  huge: {
    ...wiredFiles('huge'),
    [CALLER_WORKFLOW_PATH]: `${workflowOf('huge')}#${'x'.repeat(2_000_000)}`,
  },
  plain: { 'README.md': '# Not wired' },
});

const service = (name: string, annotations?: Record<string, string>) =>
  cataloged(name, forge.locationOf(name), annotations);

async function found(
  name: string,
  annotations?: Record<string, string>,
): ReturnType<Awaited<ReturnType<typeof forge.start>>['read']> {
  const { check } = await forge.start({
    entities: [service(name, annotations)],
  });
  const { body, status } = await check(name);
  expect([status, body.error]).toEqual([200, undefined]);
  return serviceChannelSchema.parse(body);
}

describe('a service’s wiring', () => {
  beforeAll(async () => {
    for (const name of ['edited', 'borrowed', 'grabbed', 'hostile', 'huge']) {
      await forge.protect(name);
    }
  });

  beforeEach(() => forge.protect('ledger'));

  it('is unknown before anybody has looked, and holds where everything does', async () => {
    const { check, read } = await forge.start({
      entities: [service('ledger')],
    });
    expect(await read('ledger')).toEqual({
      entityRef: 'component:default/ledger',
      state: 'unknown',
      items: [],
    });
    const { body } = await check('ledger');
    expect(body).toMatchObject({
      state: 'on-road',
      provider: 'github-actions',
      repositoryUrl: `${forge.forgeUrl()}/meridian/ledger`,
    });
    expect(body.since).toBe(body.checkedAt);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      'repository',
      'own-pipeline',
      'workflow-present',
      'workflow-pinned',
      'workflow-unchanged',
      'code-owners',
      'branch-protected',
      'check-required',
      'code-owner-reviews',
      'no-bypass',
    ]);
    expect(await read('ledger')).toEqual(body);
  });

  it('drifts when somebody takes the protection away by hand, and says so', async () => {
    const { read, run } = await forge.start({ entities: [service('ledger')] });
    await run('paved-road-look-at-channels');
    expect((await read('ledger')).state).toBe('on-road');
    await forge.unprotect('ledger');
    await run('paved-road-look-at-channels');
    const channel = await read('ledger');
    expect(channel.state).toBe('drifting');
    expect(troubles(channel)).toEqual(['branch-protected fail']);
    expect(channel.items[0]).toMatchObject({
      message: expect.stringContaining('Nothing protects ‘main’'),
      fix: expect.stringContaining('Protect ‘main’ again'),
    });
    await forge.protect('ledger');
    await run('paved-road-look-at-channels');
    expect((await read('ledger')).state).toBe('on-road');
  });

  it.each<[string, object, string]>([
    [
      'no check',
      { required_status_checks: { strict: true, contexts: ['build'] } },
      'check-required fail',
    ],
    [
      'no code owners',
      { required_pull_request_reviews: { require_code_owner_reviews: false } },
      'code-owner-reviews fail',
    ],
    ['administrators left out', { enforce_admins: false }, 'no-bypass fail'],
  ])('drifts with a protection of %s', async (_, change, trouble) => {
    await forge.protect('ledger', change);
    const channel = await found('ledger');
    expect(channel.state).toBe('drifting');
    expect(troubles(channel)).toEqual([trouble]);
  });

  it.each<[string, string[]]>([
    ['edited', ['workflow-unchanged fail']],
    ['borrowed', ['own-pipeline fail', 'workflow-unchanged fail']],
    ['grabbed', ['code-owners fail']],
    [
      'hostile',
      ['own-pipeline fail', 'workflow-pinned fail', 'workflow-unchanged fail'],
    ],
  ])('drifts in the repository ‘%s’', async (name, expected) => {
    const channel = await found(name);
    expect(channel.state).toBe('drifting');
    expect(troubles(channel)).toEqual(expected);
  });

  it('is unknown where the workflow is too large to be read', async () => {
    const channel = await found('huge');
    expect(channel.state).toBe('unknown');
    expect(troubles(channel)).toEqual(['workflow-present unknown']);
  });

  it('is off the road without a workflow, a claim or a pipeline', async () => {
    const channel = await found('plain');
    expect([channel.state, channel.provider]).toEqual(['off-road', undefined]);
    expect(channel.items[0]).toMatchObject({
      code: 'workflow-present',
      verdict: 'fail',
      fix: expect.stringContaining('Adopt the paved road'),
    });
  });

  it('is not another repository’s, whatever the entity claims', async () => {
    const channel = await found('plain', {
      'paved-road.io/pipeline': 'github-actions:meridian/ledger',
      // As a team may write into its own file.
      'backstage.io/source-location': `url:${forge.forgeUrl()}/meridian/ledger/tree/main/`,
      'github.com/project-slug': 'meridian/ledger',
    });
    expect(channel.state).toBe('drifting');
    expect(channel.repositoryUrl).toBe(`${forge.forgeUrl()}/meridian/plain`);
    expect(channel.items[0]).toMatchObject({
      code: 'own-pipeline',
      verdict: 'fail',
      message: expect.stringContaining('‘meridian/ledger’'),
    });
  });

  it.each<[string, string | undefined]>([
    ['repository', 'file:/catalog-info.yaml'],
    ['GitHub', 'url:https://gitlab.com/meridian/ledger/blob/main/c.yaml'],
    ['repository', undefined],
  ])(
    'is unknown where the catalog has it from no %s',
    async (words, location) => {
      const { check } = await forge.start({
        entities: [cataloged('ledger', location)],
      });
      const { body } = await check('ledger');
      expect(body.state).toBe('unknown');
      expect(body.items).toEqual([
        {
          code: 'repository',
          verdict: 'unknown',
          message: expect.stringContaining(words),
        },
      ]);
    },
  );

  it('is unknown where the repository isn’t there, or can’t be seen', async () => {
    const { check } = await forge.start({
      entities: [cataloged('ledger', forge.locationOf('nothing'))],
    });
    const { body } = await check('ledger');
    expect(body.state).toBe('unknown');
    expect(troubles(body)).toEqual(['repository unknown']);
  });
});

describe('the scheduled look', () => {
  it('goes on with the others where one can’t be looked at, and finds what is new', async () => {
    const entities = [
      cataloged('lost', forge.locationOf('nothing')),
      service('plain'),
    ];
    const { knex, read, run } = await forge.start({ entities });
    await run('paved-road-look-at-new-channels');
    expect((await read('lost')).state).toBe('unknown');
    expect((await read('plain')).state).toBe('off-road');
    // What isn't new is left alone in between.
    const before = await knex('channel_looks').select();
    await run('paved-road-look-at-new-channels');
    expect(await knex('channel_looks').select()).toEqual(before);
  });

  it('is kept once by two replicas, and goes on after one has died', async () => {
    const entities = [service('plain'), service('edited')];
    const one = await forge.start({ entities });
    const other = await forge.start({ entities, knex: one.knex });
    await one.run('paved-road-look-at-channels', AbortSignal.abort());
    expect(await one.knex('channel_looks')).toEqual([]);
    await Promise.all(
      [one, other].map(portal => portal.run('paved-road-look-at-channels')),
    );
    expect(await one.knex('channel_checks')).toHaveLength(2);
    expect(await other.read('plain')).toEqual(await one.read('plain'));
    expect((await other.read('plain')).state).toBe('off-road');
  });
});
