import { createTestDatabases } from '../../__testUtils__/databases';
import { finishedWith } from '../__testUtils__/ends';
import { DatabaseCheckQueue } from './DatabaseCheckQueue';
import { DatabaseCheckStore } from './DatabaseCheckStore';

const PAYMENTS = 'component:default/payments';
const LEDGER = 'component:default/ledger';

const bySchedule = (entityRef: string) => ({
  entityRef,
  trigger: 'schedule' as const,
});

const byAnna = (entityRef: string) => ({
  entityRef,
  trigger: 'request' as const,
  requester: { type: 'user' as const, name: 'user:default/anna' },
});

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('DatabaseCheckQueue on %s', id => {
  async function setup() {
    const knex = await databases.init(id);
    return {
      knex,
      /** As two replicas have it. */
      queue: new DatabaseCheckQueue(knex),
      other: new DatabaseCheckQueue(knex),
      store: new DatabaseCheckStore(knex),
      /** Claims that lapse at once, as those of a replica that was killed. */
      dying: new DatabaseCheckQueue(knex, { leaseMs: -1 }),
    };
  }

  it('hands a check out once, and keeps how it ended', async () => {
    const { queue, other, store } = await setup();
    const ids = await queue.request([byAnna(PAYMENTS)]);
    const checkId = ids.get(PAYMENTS)!;
    expect(await store.findCheck(PAYMENTS, checkId)).toEqual({
      id: checkId,
      entityRef: PAYMENTS,
      trigger: 'request',
      requester: { type: 'user', name: 'user:default/anna' },
      requestedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/),
      state: 'queued',
    });

    const claim = (await queue.claim())!;
    expect(claim).toEqual({
      token: expect.any(String),
      checkId,
      entityRef: PAYMENTS,
      attempt: 1,
    });
    expect(await other.claim()).toBeUndefined();
    expect(await store.findCheck(PAYMENTS, checkId)).toMatchObject({
      state: 'running',
    });

    expect(await queue.end(claim, finishedWith(['bank/A']))).toBe(true);
    const { content, ...conclusion } = finishedWith(['bank/A']);
    const kept = await store.findCheck(PAYMENTS, checkId);
    expect(kept).toMatchObject({ state: 'ended', outcome: conclusion });
    expect(
      await store.readContent((kept as any).outcome.contentDigest),
    ).toEqual(content);
    expect(await queue.claim()).toBeUndefined();
  });

  it('answers the check that waits, and moves it up for a person', async () => {
    const { queue, store } = await setup();
    const first = await queue.request([bySchedule(LEDGER)]);
    const second = await queue.request([bySchedule(PAYMENTS)]);
    const third = await queue.request([byAnna(PAYMENTS), byAnna(PAYMENTS)]);
    expect(third).toEqual(second);
    expect((await queue.claim())?.entityRef).toBe(PAYMENTS);
    expect((await queue.claim())?.checkId).toBe(first.get(LEDGER));
    const { length } = await store.listChecks(PAYMENTS, { limit: 10 });
    expect(length).toBe(1);
  });

  it('queues one more while a check runs, and begins it only afterwards', async () => {
    const { queue, other } = await setup();
    const first = await queue.request([bySchedule(PAYMENTS)]);
    const claim = (await queue.claim())!;
    const second = await queue.request([byAnna(PAYMENTS)]);
    expect(second.get(PAYMENTS)).not.toBe(first.get(PAYMENTS));
    expect(await other.claim()).toBeUndefined();
    await queue.end(claim, finishedWith());
    expect((await other.claim())?.checkId).toBe(second.get(PAYMENTS));
  });

  it('hands a check on when its worker is gone, and hears no more of it', async () => {
    const { queue, dying, store } = await setup();
    const ids = await queue.request([bySchedule(PAYMENTS)]);
    const lost = (await dying.claim())!;
    const taken = (await queue.claim())!;
    expect(taken).toMatchObject({ checkId: lost.checkId, attempt: 2 });

    expect(await dying.extend(lost)).toBe(false);
    expect(await dying.end(lost, finishedWith(['bank/LATE']))).toBe(false);
    await dying.release(lost);
    expect(await queue.extend(taken)).toBe(true);
    expect(await queue.end(taken, finishedWith(['bank/TRUE']))).toBe(true);
    expect(await dying.end(lost, finishedWith(['bank/LATE']))).toBe(false);

    expect(await store.readFailures('bank/LATE')).toEqual(new Map());
    expect(await store.readFailures('bank/TRUE')).toEqual(
      new Map([[PAYMENTS, 1]]),
    );
    const [{ check }] = await store.listChecks(PAYMENTS, { limit: 10 });
    expect(check.id).toBe(ids.get(PAYMENTS));
  });

  it('hands a check on at once when its worker gives it back', async () => {
    const { queue, other } = await setup();
    await queue.request([bySchedule(PAYMENTS)]);
    const claim = (await queue.claim())!;
    await queue.request([byAnna(PAYMENTS)]);
    await queue.release(claim);
    expect(await other.claim()).toMatchObject({ entityRef: PAYMENTS });
    expect(await other.claim()).toBeUndefined();
  });

  it('keeps the order of requests where an older check ends later', async () => {
    const { queue, dying, store } = await setup();
    await queue.request([bySchedule(PAYMENTS)]);
    const slow = (await dying.claim())!;
    await queue.request([byAnna(PAYMENTS)]);
    const newer = (await queue.claim())!;
    expect(newer.checkId).not.toBe(slow.checkId);
    expect(await queue.end(newer, finishedWith(['bank/NEW']))).toBe(true);
    expect(await dying.end(slow, finishedWith(['bank/OLD']))).toBe(true);
    expect(
      (await store.readStandings(PAYMENTS)).get(PAYMENTS)?.finished?.checkId,
    ).toBe(newer.checkId);
    expect(await store.readFailures('bank/OLD')).toEqual(new Map());
  });

  it('loses and doubles nothing where many ask and many work', async () => {
    const { queue, other, store } = await setup();
    const refs = Array.from(
      { length: 30 },
      (_, n) => `component:default/s${n}`,
    );
    const answers = await Promise.all(
      [queue, other, queue, other].map(one =>
        one.request(refs.map(ref => bySchedule(ref))),
      ),
    );
    expect(new Set(answers.flatMap(answer => [...answer.values()])).size).toBe(
      refs.length,
    );
    const done: string[] = [];
    const work = async (one: DatabaseCheckQueue) => {
      for (;;) {
        const claim = await one.claim();
        if (!claim) {
          return;
        }
        done.push(claim.checkId);
        await one.end(claim, finishedWith());
      }
    };
    await Promise.all([work(queue), work(other), work(queue), work(other)]);
    // Who finds every row locked by the others goes home; one is left at least.
    await work(queue);
    expect(done.sort()).toEqual([...answers[0].values()].sort());
    const standings = await store.readStandings();
    expect([...standings.keys()].sort()).toEqual([...refs].sort());
    expect([...standings.values()].every(one => one.finished)).toBe(true);
  });

  describe('confirm', () => {
    async function setupChecked(...failing: string[]) {
      const parts = await setup();
      const { queue, store } = parts;
      const check = async (ref: string) => {
        await queue.request([bySchedule(ref)]);
        await queue.end((await queue.claim())!, finishedWith(failing));
      };
      await check(PAYMENTS);
      await check(LEDGER);
      const confirmation = async (entityRef: string) => ({
        entityRef,
        ...(await store.readStandings(entityRef)).get(entityRef)!.finished!,
      });
      return { ...parts, check, confirmation };
    }

    it('adds a check that has found what the newest one found', async () => {
      const { confirmation, queue, store } = await setupChecked('bank/A');
      const confirmations = [
        await confirmation(PAYMENTS),
        await confirmation(LEDGER),
      ];
      expect((await queue.confirm(confirmations)).sort()).toEqual([
        LEDGER,
        PAYMENTS,
      ]);
      expect(await queue.claim()).toBeUndefined();
      const [newest, before] = await store.listChecks(PAYMENTS, { limit: 3 });
      expect(newest.check.id).not.toBe(before.check.id);
      expect(newest.check).toMatchObject({
        state: 'ended',
        trigger: 'schedule',
      });
      const found = (kept: typeof newest) => {
        const { startedAt, finishedAt, ...rest } = (kept.check as any).outcome;
        return rest;
      };
      expect(found(newest)).toEqual(found(before));
      const standing = (await store.readStandings(PAYMENTS)).get(PAYMENTS);
      expect(standing).toEqual({
        entityRef: PAYMENTS,
        finished: { checkId: newest.check.id, outcome: expect.anything() },
      });
      expect(await store.readFailures('bank/A')).toEqual(
        new Map([
          [PAYMENTS, 1],
          [LEDGER, 1],
        ]),
      );
    });

    it('leaves alone what waits or runs, and what has been checked meanwhile', async () => {
      const { check, confirmation, queue, store } = await setupChecked();
      const known = [await confirmation(PAYMENTS), await confirmation(LEDGER)];
      await check(LEDGER);
      const ids = await queue.request([byAnna(PAYMENTS)]);
      expect(await queue.confirm(known)).toEqual([]);
      expect(await queue.request([bySchedule(PAYMENTS)])).toEqual(ids);
      const claim = (await queue.claim())!;
      expect(await queue.confirm(known)).toEqual([]);
      expect(await queue.end(claim, finishedWith(['bank/B']))).toBe(true);
      expect(await queue.confirm(known)).toEqual([]);
      expect(await store.readFailures('bank/B')).toEqual(
        new Map([[PAYMENTS, 1]]),
      );
      expect(await queue.claim()).toBeUndefined();
    });

    it('lets those who ask at the same time come after', async () => {
      const { confirmation, other, queue, store } = await setupChecked();
      const known = await confirmation(PAYMENTS);
      await Promise.all([
        queue.confirm([known]),
        other.request([byAnna(PAYMENTS)]),
        other.confirm([known]),
      ]);
      const claim = (await queue.claim())!;
      await queue.end(claim, finishedWith(['bank/B']));
      const standing = (await store.readStandings(PAYMENTS)).get(PAYMENTS);
      expect(standing?.finished?.checkId).toBe(claim.checkId);
    });

    it('has nothing to do where nothing is to be confirmed', async () => {
      const { queue } = await setup();
      expect(await queue.confirm([])).toEqual([]);
    });
  });
});
