import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import { createTestDatabases } from '../../../__testUtils__/databases';
import { ChannelFinding } from '../facts';
import { DatabaseChannelStore } from './DatabaseChannelStore';

const databases = createTestDatabases();

const LEDGER = 'component:default/ledger';

const finding = (state: ChannelState, message = 'Found.'): ChannelFinding => ({
  state,
  provider: 'github-actions',
  repositoryUrl: 'https://github.com/acme/ledger',
  items: [{ code: 'repository', verdict: 'pass', message }],
});

const at = (minute: number) =>
  `2026-11-27T10:${String(minute).padStart(2, '0')}:00.000Z`;

describe.each(databases.eachSupportedId())('looks at channels on %s', id => {
  async function init() {
    const knex = await databases.init(id);
    return { knex, store: new DatabaseChannelStore(knex) };
  }

  it('are kept where they find something else, and remembered where not', async () => {
    const { knex, store } = await init();
    await store.record(LEDGER, finding('on-road'), at(1));
    await store.record(LEDGER, finding('on-road'), at(2));
    await store.record('component:default/other', finding('off-road'), at(2));
    expect(await store.readStandings()).toEqual(
      new Map([
        [LEDGER, { ...finding('on-road'), lookedAt: at(2) }],
        [
          'component:default/other',
          { ...finding('off-road'), lookedAt: at(2) },
        ],
      ]),
    );
    expect(await knex('channel_checks')).toHaveLength(2);
    await store.record(LEDGER, finding('on-road', 'Otherwise.'), at(3));
    expect((await store.readStandings(LEDGER)).get(LEDGER)).toEqual({
      ...finding('on-road', 'Otherwise.'),
      lookedAt: at(3),
    });
    expect(await knex('channel_checks')).toHaveLength(3);
  });

  it('tell when the state changed, and not when only its reasons did', async () => {
    const { store } = await init();
    await store.record(LEDGER, finding('on-road'), at(1));
    await store.record(LEDGER, finding('drifting', 'One.'), at(2));
    await store.record(LEDGER, finding('drifting', 'Two.'), at(3));
    await store.record(LEDGER, finding('on-road'), at(4));
    const changes = [
      { state: 'on-road', at: at(1) },
      { state: 'drifting', at: at(2) },
      { state: 'on-road', at: at(4) },
    ];
    expect(await store.readStateChanges()).toEqual(
      new Map([[LEDGER, changes]]),
    );
    expect((await store.readStateChanges(LEDGER)).get(LEDGER)).toEqual(changes);
    expect(await store.readStateChanges('component:default/x')).toEqual(
      new Map(),
    );
  });

  it('that come too late change nothing', async () => {
    const { knex, store } = await init();
    await store.record(LEDGER, finding('drifting'), at(2));
    await store.record(LEDGER, finding('on-road'), at(1));
    expect((await store.readStandings()).get(LEDGER)).toMatchObject({
      state: 'drifting',
      lookedAt: at(2),
    });
    expect(await knex('channel_checks')).toHaveLength(1);
  });

  it('are kept once, however many replicas find the same at the same time', async () => {
    const { knex, store } = await init();
    const other = new DatabaseChannelStore(knex);
    await Promise.all(
      [store, other, store, other].map(one =>
        one.record(LEDGER, finding('on-road'), at(1)),
      ),
    );
    expect(await knex('channel_checks')).toHaveLength(1);
    expect((await store.readStandings()).size).toBe(1);
  });

  it('are timed by the database’s clock', async () => {
    const { store } = await init();
    expect(await store.now()).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/);
  });

  it('let nobody change or delete a row of channel_checks', async () => {
    const { knex, store } = await init();
    await store.record(LEDGER, finding('drifting'), at(1));
    // SQLite's driver may come from another test's realm, and its error with it.
    const refused = { message: expect.stringContaining('evidence') };
    await expect(
      knex('channel_checks').update({ state: 'on-road' }),
    ).rejects.toMatchObject(refused);
    await expect(knex('channel_checks').delete()).rejects.toMatchObject(
      refused,
    );
  });
});
