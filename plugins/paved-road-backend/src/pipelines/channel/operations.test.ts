import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { TEAM, WORKFLOW } from './__testUtils__/repositories';
import { cataloged, useChannel } from './__testUtils__/startChannel';

const forge = useChannel({ plain: { 'README.md': '# Not wired' } });

const service = (name: string) => cataloged(name, forge.locationOf(name));

describe('the channel’s operations', () => {
  const refusing = (name: string) =>
    mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result:
            permission.name === name
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        })),
    }).factory;

  it('tell what the channel consists of', async () => {
    const { get } = await forge.start({ entities: [] });
    const { body, status } = await get('/channel');
    expect([status, body]).toEqual([
      200,
      {
        requiredCheck: 'paved-road / verdict',
        platformTeam: TEAM,
        githubActions: { workflow: WORKFLOW, refs: ['v2', 'v1'] },
      },
    ]);
  });

  it('say what to configure where there is none', async () => {
    const { check, get, read, tasks } = await forge.start({
      entities: [service('plain')],
      channel: false,
    });
    const { body, status } = await get('/channel');
    expect(status).toBe(404);
    expect(body.error.message).toContain('configure pavedRoad.channel');
    expect((await check('plain')).status).toBe(404);
    expect((await read('plain')).state).toBe('unknown');
    expect([...tasks.keys()]).not.toContain('paved-road-look-at-channels');
  });

  it('take permissions, and keep a check in the audit', async () => {
    const { audit, check } = await forge.start({
      entities: [service('plain')],
    });
    await check('plain');
    expect(audit).toEqual([
      expect.objectContaining({
        eventId: 'channel-check',
        meta: { entityRef: 'component:default/plain' },
      }),
    ]);
    expect((await check('nothing')).status).toBe(404);
    const guest = mockCredentials.user.header('user:development/guest');
    expect((await check('plain', guest)).status).toBe(403);
    expect((await check('plain', mockCredentials.none.header())).status).toBe(
      401,
    );

    const denied = await forge.start({
      entities: [service('plain')],
      features: [refusing('paved-road.check.create')],
    });
    const refused = await denied.check('plain');
    expect(refused.status).toBe(403);
    expect(refused.body.error.message).toContain('paved-road.check.create');
    expect((await denied.read('plain')).checkedAt).toBeUndefined();
    const blind = await forge.start({
      entities: [service('plain')],
      features: [refusing('paved-road.compliance.read')],
    });
    const path = '/services/component/default/plain/channel';
    expect((await blind.get(path)).status).toBe(403);
    expect((await blind.check('plain')).status).toBe(403);
    const unruled = await forge.start({
      entities: [],
      features: [refusing('paved-road.rule.read')],
    });
    expect((await unruled.get('/channel')).status).toBe(403);
  });
});
