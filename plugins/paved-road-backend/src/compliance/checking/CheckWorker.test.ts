import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { CheckState } from '@paved-road/backstage-plugin-paved-road-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../../__testUtils__/databases';
import { finishedWith } from '../__testUtils__/ends';
import { CheckQueue } from '../store/CheckQueue';
import { CheckEnd } from '../checks';
import { CheckWorker } from './CheckWorker';
import { DatabaseCheckQueue } from '../store/DatabaseCheckQueue';
import { DatabaseCheckStore } from '../store/DatabaseCheckStore';

const PAYMENTS = 'component:default/payments';

type Run = (entityRef: string, signal: AbortSignal) => Promise<CheckEnd>;

/** A queue whose heartbeats come too late each time, and that claims no more. */
function claimingOnce(knex: Knex): CheckQueue {
  const queue = new DatabaseCheckQueue(knex, { leaseMs: -1 });
  let claimed = false;
  return {
    request: requests => queue.request(requests),
    confirm: confirmations => queue.confirm(confirmations),
    claim: async () => {
      const claim = claimed ? undefined : await queue.claim();
      claimed = true;
      return claim;
    },
    extend: claim => queue.extend(claim),
    release: claim => queue.release(claim),
    end: (claim, end) => queue.end(claim, end),
  };
}

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('CheckWorker on %s', id => {
  const workers: CheckWorker[] = [];
  afterEach(async () => {
    await Promise.all(workers.splice(0).map(worker => worker.stop()));
  });

  async function setup() {
    const knex = await databases.init(id);
    const queue = new DatabaseCheckQueue(knex);
    const store = new DatabaseCheckStore(knex);
    const told: CheckState[] = [];
    const startWorker = (run: Run, ownQueue: CheckQueue = queue) => {
      const worker = new CheckWorker({
        queue: ownQueue,
        runner: { run },
        announcer: {
          announce: async (_, state) => {
            told.push(state);
          },
        },
        logger: mockServices.logger.mock(),
        pollMs: 20,
        heartbeatMs: 20,
      });
      workers.push(worker);
      worker.start();
      return worker;
    };
    const request = async (...refs: string[]) =>
      queue.request(
        refs.map(entityRef => ({ entityRef, trigger: 'schedule' as const })),
      );
    const ended = async (entityRef: string, checkId: string) => {
      for (;;) {
        const check = await store.findCheck(entityRef, checkId);
        if (check?.state === 'ended') {
          return check.outcome;
        }
        await new Promise(resolve => setTimeout(resolve, 50));
      }
    };
    return { ended, knex, queue, request, startWorker, store, told };
  }

  it('runs each check once, whichever of two workers gets it', async () => {
    const { ended, request, startWorker, told } = await setup();
    const ran: string[] = [];
    const run: Run = async ref => {
      ran.push(ref);
      return finishedWith();
    };
    startWorker(run);
    startWorker(run);
    const refs = Array.from(
      { length: 20 },
      (_, n) => `component:default/s${n}`,
    );
    const ids = await request(...refs);
    await Promise.all(refs.map(ref => ended(ref, ids.get(ref)!)));
    expect(ran.sort()).toEqual([...refs].sort());
    await Promise.all(workers.splice(0).map(worker => worker.stop()));
    expect(told.filter(state => state === 'running')).toHaveLength(20);
    expect(told.filter(state => state === 'finished')).toHaveLength(20);
  });

  it('keeps why a check failed, but nothing of an error it does not know', async () => {
    const { ended, request, startWorker } = await setup();
    const errors = [
      new NotFoundError('The source was not found'),
      new Error('connect ECONNREFUSED http://anna:s3cr3t@internal/'),
    ];
    startWorker(async () => {
      throw errors.shift();
    });
    const outcomes = [];
    for (const name of ['a', 'b']) {
      const ids = await request(name);
      outcomes.push(await ended(name, ids.get(name)!));
    }
    expect(outcomes).toMatchObject([
      { state: 'failed', error: 'The source was not found' },
      {
        state: 'failed',
        error: 'Something went wrong in the portal; its log says what',
      },
    ]);
  });

  it('takes over the check of a worker that was killed half-way', async () => {
    const { ended, knex, request, startWorker } = await setup();
    const ids = await request(PAYMENTS);
    const killed = new DatabaseCheckQueue(knex, { leaseMs: -1 });
    await killed.claim();
    startWorker(async () => finishedWith(['bank/A']));
    expect(await ended(PAYMENTS, ids.get(PAYMENTS)!)).toMatchObject({
      state: 'finished',
      verdict: 'fail',
    });
  });

  it('drops what a worker finds that was too slow to say so', async () => {
    const { ended, knex, request, startWorker } = await setup();
    const ids = await request(PAYMENTS);
    let finishSlow = (_: CheckEnd) => {};
    let begun = () => {};
    const slowBegan = new Promise<void>(resolve => {
      begun = resolve;
    });
    const slow = startWorker(
      () =>
        new Promise(resolve => {
          finishSlow = resolve;
          begun();
        }),
      claimingOnce(knex),
    );
    await slowBegan;
    startWorker(async () => finishedWith(['bank/QUICK']));
    await ended(PAYMENTS, ids.get(PAYMENTS)!);
    finishSlow(finishedWith(['bank/SLOW']));
    await slow.stop();
    const store = new DatabaseCheckStore(knex);
    expect(await store.readFailures('bank/SLOW')).toEqual(new Map());
    expect((await store.readFailures('bank/QUICK')).size).toBe(1);
    expect(await knex('check_outcomes').select('check_id')).toHaveLength(1);
  });

  it('gives back at the shutdown what is not done', async () => {
    const { ended, request, startWorker } = await setup();
    const ids = await request(PAYMENTS);
    let begun = () => {};
    const began = new Promise<void>(resolve => {
      begun = resolve;
    });
    const leaving = startWorker(
      (_, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
          begun();
        }),
    );
    await began;
    await leaving.stop();
    startWorker(async () => finishedWith());
    expect(await ended(PAYMENTS, ids.get(PAYMENTS)!)).toMatchObject({
      state: 'finished',
    });
  });

  it('gives up a check that never comes to an end', async () => {
    const { ended, knex, request, startWorker } = await setup();
    const ids = await request(PAYMENTS);
    const killed = new DatabaseCheckQueue(knex, { leaseMs: -1 });
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      expect(await killed.claim()).toMatchObject({ attempt });
    }
    const run = jest.fn();
    startWorker(run);
    expect(await ended(PAYMENTS, ids.get(PAYMENTS)!)).toMatchObject({
      state: 'failed',
      error: 'The check was begun 3 times and never came to an end',
    });
    expect(run).not.toHaveBeenCalled();
  });
});
