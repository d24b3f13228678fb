import { createTestDatabases } from '../../__testUtils__/databases';
import { contentWith, finishedWith } from '../__testUtils__/ends';
import { CheckEnd } from '../checks';
import { DatabaseCheckQueue } from './DatabaseCheckQueue';
import { DatabaseCheckStore } from './DatabaseCheckStore';

const PAYMENTS = 'component:default/payments';
const LEDGER = 'component:default/ledger';

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('DatabaseCheckStore on %s', id => {
  async function setup() {
    const knex = await databases.init(id);
    const queue = new DatabaseCheckQueue(knex);
    const store = new DatabaseCheckStore(knex);
    const check = async (entityRef: string, end: CheckEnd) => {
      await queue.request([{ entityRef, trigger: 'schedule' }]);
      const claim = (await queue.claim())!;
      await queue.end(claim, end);
      return claim.checkId;
    };
    return { check, knex, queue, store };
  }

  it('tells where each service stands', async () => {
    const { check, queue, store } = await setup();
    const finished = await check(PAYMENTS, finishedWith(['bank/A']));
    await check(PAYMENTS, { state: 'failed', error: 'The host is down' });
    const ids = await queue.request([
      { entityRef: PAYMENTS, trigger: 'schedule' },
      { entityRef: LEDGER, trigger: 'schedule' },
    ]);
    await queue.claim();
    const standings = await store.readStandings();
    const states = [...standings.values()].map(({ pending }) => pending?.state);
    expect(states.sort()).toEqual(['queued', 'running']);
    expect(standings.get(LEDGER)).toEqual({
      entityRef: LEDGER,
      pending: { checkId: ids.get(LEDGER), state: expect.any(String) },
    });
    const standing = (await store.readStandings(PAYMENTS)).get(PAYMENTS)!;
    expect(standing).toEqual(standings.get(PAYMENTS));
    expect(standing).toMatchObject({
      finished: {
        checkId: finished,
        outcome: { verdict: 'fail', worstSeverity: 'high' },
      },
      failure: { error: 'The host is down' },
    });
    expect((await store.readStandings('component:default/none')).size).toBe(0);
  });

  it('forgets a failure once a check has finished again', async () => {
    const { check, store } = await setup();
    await check(PAYMENTS, { state: 'failed', error: 'The host is down' });
    await check(PAYMENTS, finishedWith());
    const standing = (await store.readStandings(PAYMENTS)).get(PAYMENTS);
    expect(standing?.failure).toBeUndefined();
    expect(standing?.finished?.outcome.worstSeverity).toBeUndefined();
  });

  it('adds one small row for a check that found what the last one found', async () => {
    const { check, knex, store } = await setup();
    await check(PAYMENTS, finishedWith(['bank/A', 'bank/B']));
    await check(LEDGER, finishedWith(['bank/A', 'bank/B']));
    const { finished } = (await store.readStandings(PAYMENTS)).get(PAYMENTS)!;
    const { content: _, ...conclusion } = finishedWith([
      'bank/A',
      'bank/B',
    ]) as Extract<CheckEnd, { content: unknown }>;
    await check(PAYMENTS, {
      ...conclusion,
      contentDigest: finished!.outcome.contentDigest,
    });
    expect(await knex('check_outcomes').select('check_id')).toHaveLength(3);
    expect(await knex('check_contents').select('digest')).toHaveLength(1);
    expect((await store.readFailures('bank/A')).size).toBe(2);
  });

  it('knows who fails a rule now', async () => {
    const { check, store } = await setup();
    await check(PAYMENTS, finishedWith(['bank/A', 'bank/B']));
    await check(LEDGER, finishedWith(['bank/A']));
    await check(PAYMENTS, finishedWith(['bank/B']));
    // What is not known to have been mended is not.
    await check(LEDGER, { state: 'failed', error: 'The host is down' });
    expect(await store.readFailures('bank/A')).toEqual(new Map([[LEDGER, 1]]));
    expect(await store.readFailures('bank/B')).toEqual(
      new Map([[PAYMENTS, 1]]),
    );
  });

  it('lists checks newest first, page by page', async () => {
    const { check, queue, store } = await setup();
    const ids = [];
    for (let count = 0; count < 5; count += 1) {
      ids.unshift(await check(PAYMENTS, finishedWith()));
    }
    await check(LEDGER, finishedWith());
    const waiting = await queue.request([
      { entityRef: PAYMENTS, trigger: 'schedule' },
    ]);
    ids.unshift(waiting.get(PAYMENTS)!);
    const first = await store.listChecks(PAYMENTS, { limit: 4 });
    const rest = await store.listChecks(PAYMENTS, {
      limit: 4,
      before: first[3].place,
    });
    expect([...first, ...rest].map(({ check: { id: one } }) => one)).toEqual(
      ids,
    );
  });

  it('finds a check only with its own service', async () => {
    const { check, store } = await setup();
    const checkId = await check(PAYMENTS, finishedWith());
    expect(await store.findCheck(LEDGER, checkId)).toBeUndefined();
    expect(await store.findCheck(PAYMENTS, 'none')).toBeUndefined();
    await expect(store.readContent('sha256:none')).rejects.toThrow(
      'not kept here',
    );
  });

  it('keeps what no database takes, such as half a character', async () => {
    const { check, store } = await setup();
    const content = contentWith(['bank/A']);
    content.results[0].findings[0].message = 'a\u0000b\ud800';
    const checkId = await check(PAYMENTS, {
      ...finishedWith(['bank/A']),
      content,
      verdict: 'unknown',
      reason: { code: 'document-error', message: 'a\u0000b\ud800' },
    } as CheckEnd);
    expect(await store.findCheck(PAYMENTS, checkId)).toMatchObject({
      outcome: { reason: { message: 'a b\ufffd' } },
    });
    const failed = await check(PAYMENTS, {
      state: 'failed',
      error: 'c\u0000d',
    });
    expect(await store.findCheck(PAYMENTS, failed)).toMatchObject({
      outcome: { error: 'c d' },
    });
  });

  it.each(['checks', 'check_contents', 'check_outcomes'])(
    'lets nobody change or delete a row of %s',
    async table => {
      const { check, knex } = await setup();
      await check(PAYMENTS, finishedWith(['bank/A']));
      const before = await knex(table).select();
      const column = Object.keys(before[0]).find(key => key !== 'seq')!;
      // The error of SQLite's driver can be of another test file's realm.
      const refusal = { message: expect.stringContaining('only ever added') };
      await expect(
        knex(table).update({ [column]: 'other' }),
      ).rejects.toMatchObject(refusal);
      await expect(knex(table).delete()).rejects.toMatchObject(refusal);
      expect(await knex(table).select()).toEqual(before);
    },
  );
});
