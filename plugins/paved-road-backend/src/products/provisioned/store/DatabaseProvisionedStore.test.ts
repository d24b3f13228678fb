import { ConflictError } from '@backstage/errors';
import { aChangeOf, aLaunch, ANNA } from '../__testUtils__/changes';
import { createTestStores } from '../__testUtils__/stores';
import { NewChange } from './ProvisionedStore';

const ISO_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/);

const GOES_ON = new ConflictError(
  "Another change of 'orders' goes on; wait until it has ended",
);

const OTHER_CHANGE = new ConflictError(
  'The id of this change belongs to another one; make a new id for each change',
);

const stores = createTestStores();

/** What came of each: `kept`, or the error. */
async function outcomesOf(asked: Promise<unknown>[]): Promise<unknown[]> {
  const settled = await Promise.allSettled(asked);
  return settled.map(one => (one.status === 'rejected' ? one.reason : 'kept'));
}

describe.each(stores.eachSupportedId())('begin on %s', id => {
  it('keeps a change with a claim on it, and what it launches', async () => {
    const { store } = await stores.init(id);
    const launch = aLaunch();
    const { change, claim } = await store.begin(launch);
    expect(change).toEqual({
      ...launch,
      seq: expect.any(Number),
      provisionedId: expect.any(String),
      requestedAt: ISO_TIME,
      state: 'sending',
    });
    expect(claim).toEqual({ token: expect.any(String), changeId: launch.id });
    expect(await store.findProvisioned(change.provisionedId)).toEqual({
      id: change.provisionedId,
      account: 'payments-dev',
      name: 'orders',
      entityRef: 'component:default/payments',
      origin: 'portal',
      product: { id: 'prod-1', name: 'Message queue' },
      version: { id: 'pa-1', name: 'v1.0' },
      status: 'LAUNCHING',
      outputs: [],
      createdAt: ISO_TIME,
      openChange: { id: launch.id, kind: 'launch', state: 'sending' },
    });
  });

  it('keeps it once, and gives one claim, however many ask at the same time', async () => {
    const { other, store } = await stores.init(id);
    const launch = aLaunch();
    const answers = await Promise.all(
      [store, other, store, other, store, other].map(one => one.begin(launch)),
    );
    expect(answers.filter(({ claim }) => claim)).toHaveLength(1);
    const [{ change }] = answers;
    expect(answers.map(answer => answer.change)).toEqual(
      answers.map(() => change),
    );
    expect(await store.listProvisioned({ ended: true })).toHaveLength(1);
    expect(await store.listChanges(change.provisionedId)).toHaveLength(1);
  });

  it('answers the same change when it has ended, whatever the rules say by now', async () => {
    const { launch, store } = await stores.init(id);
    const change = aLaunch();
    const provisionedId = await launch(change);
    const preflight = {
      verdict: 'pass' as const,
      environment: 'development',
      blocking: 0,
      advising: 3,
      unknown: 0,
    };
    const again = await store.begin({
      ...change,
      request: { ...change.request, preflight },
    });
    expect(again).toEqual({
      change: expect.objectContaining({
        provisionedId,
        state: 'succeeded',
        request: change.request,
      }),
    });
  });

  const others: [string, Partial<NewChange>][] = [
    ['name', { request: aLaunch({ name: 'b' }).request }],
    [
      'value',
      {
        request: aLaunch({
          parameters: [{ key: 'Retention', kept: 'value', value: '5' }],
        }).request,
      },
    ],
    ['user', { requester: { type: 'user', name: 'user:default/ben' } }],
    ['kind of caller', { requester: { type: 'service', name: ANNA.name } }],
    ['provisioned product', { provisionedId: 'another' }],
  ];
  it.each(others)('refuses the same id for another %s', async (_, fields) => {
    const { store } = await stores.init(id);
    const launch = aLaunch();
    const { change: kept } = await store.begin(launch);
    await expect(store.begin({ ...launch, ...fields })).rejects.toThrow(
      OTHER_CHANGE,
    );
    expect(await store.findChange(launch.id)).toEqual(kept);
    expect(await store.listProvisioned({ ended: true })).toHaveLength(1);
  });

  it('gives an id to one of two who ask for different things at the same time', async () => {
    const { other, store } = await stores.init(id);
    const launch = aLaunch();
    const outcomes = await outcomesOf([
      store.begin(launch),
      other.begin({ ...launch, request: aLaunch({ name: 'b' }).request }),
    ]);
    expect(outcomes).toContain('kept');
    expect(outcomes).toContainEqual(OTHER_CHANGE);
  });

  it('gives a name once in an account, and keeps nothing of the others', async () => {
    const { other, store } = await stores.init(id);
    const launches = [aLaunch(), aLaunch(), aLaunch(), aLaunch()];
    const outcomes = await outcomesOf(
      launches.map((launch, at) => (at % 2 ? other : store).begin(launch)),
    );
    const refused = outcomes.filter(one => one !== 'kept');
    expect(refused).toHaveLength(3);
    for (const error of refused) {
      expect(error).toBeInstanceOf(ConflictError);
      expect((error as Error).message).toMatch(/^The name 'orders' is taken/);
    }
    const kept = await Promise.all(
      launches.map(launch => store.findChange(launch.id)),
    );
    expect(kept.map(change => change !== undefined)).toEqual(
      outcomes.map(one => one === 'kept'),
    );
    await store.begin(aLaunch({ account: 'payments-prod' }));
    expect(await store.listProvisioned({ ended: true })).toHaveLength(2);
  });

  it.each(['TERMINATED', 'NOT_LAUNCHED'] as const)(
    'gives a name again after %s',
    async status => {
      const { launch, store } = await stores.init(id);
      const first = await launch(aLaunch(), { status });
      expect(await store.findProvisioned(first)).toMatchObject({
        status,
        endedAt: ISO_TIME,
      });
      const { change } = await store.begin(aLaunch());
      expect(change.provisionedId).not.toBe(first);
      const current = await store.listProvisioned({ ended: false });
      expect(current.map(one => one.id)).toEqual([change.provisionedId]);
      expect(await store.listProvisioned({ ended: true })).toHaveLength(2);
    },
  );

  it.each(['ERROR', 'TAINTED', 'UNKNOWN'] as const)(
    'gives no name again that belongs to one with %s',
    async status => {
      const { launch, store } = await stores.init(id);
      await launch(aLaunch(), { status });
      await expect(store.begin(aLaunch())).rejects.toThrow(/taken/);
    },
  );

  it('takes no second change before the first has ended', async () => {
    const { store } = await stores.init(id);
    const { change, claim } = await store.begin(aLaunch());
    const update = aChangeOf(change.provisionedId);
    await expect(store.begin(update)).rejects.toThrow(GOES_ON);
    expect(await store.findChange(update.id)).toBeUndefined();

    await store.end(claim!, { state: 'succeeded' }, { status: 'AVAILABLE' });
    expect((await store.begin(update)).claim).toBeDefined();
    const changes = await store.listChanges(change.provisionedId);
    expect(changes.map(one => [one.id, one.state])).toEqual([
      [update.id, 'sending'],
      [change.id, 'succeeded'],
    ]);
  });

  it('takes one of several changes that are asked for at the same time', async () => {
    const { launch, other, store } = await stores.init(id);
    const provisionedId = await launch();
    const outcomes = await outcomesOf(
      [store, other, store, other].map(one =>
        one.begin(aChangeOf(provisionedId)),
      ),
    );
    expect(outcomes.filter(one => one !== 'kept')).toEqual(
      Array(3).fill(GOES_ON),
    );
    expect(await store.listChanges(provisionedId)).toHaveLength(2);
  });

  it('keeps every text as it is', async () => {
    const { store } = await stores.init(id);
    const hostile = `'); DROP TABLE product_changes; -- "%_\\ Zürich 🏦 ${'x'.repeat(
      4_000,
    )}`;
    const launch = aLaunch({
      name: hostile,
      parameters: [
        { key: '__proto__', kept: 'value', value: hostile },
        { key: 'constructor', kept: 'secret' },
      ],
    });
    const { change } = await store.begin(launch);
    expect(change.request).toEqual(launch.request);
    expect((await store.findProvisioned(change.provisionedId))?.name).toBe(
      hostile,
    );
    expect((await store.begin(launch)).claim).toBeUndefined();
  });
});

describe.each(stores.eachSupportedId())('evidence on %s', id => {
  it('is neither changed nor deleted', async () => {
    const { knex, launch, store } = await stores.init(id);
    const provisionedId = await launch();
    const before = await store.listChanges(provisionedId);
    const refusal = { message: expect.stringContaining('only ever added') };
    for (const [table, column] of [
      ['product_changes', 'requester'],
      ['product_change_outcomes', 'state'],
    ]) {
      await expect(
        knex(table).update({ [column]: 'forged' }),
      ).rejects.toMatchObject(refusal);
      await expect(knex(table).delete()).rejects.toMatchObject(refusal);
      await expect(knex(table).truncate()).rejects.toMatchObject({
        message: expect.stringMatching(/only ever added|foreign key/),
      });
    }
    expect(await store.listChanges(provisionedId)).toEqual(before);
  });
});
