import { aChangeOf, aLaunch } from '../__testUtils__/changes';
import { createTestStores } from '../__testUtils__/stores';
import { DatabaseProvisionedStore } from './DatabaseProvisionedStore';

const AN_HOUR = { afterMs: 3_600_000 };
const AT_ONCE = { afterMs: 0 };
const WELL = { status: 'AVAILABLE' as const };

const stores = createTestStores();

describe.each(stores.eachSupportedId())('claims on %s', id => {
  it('are given to one of many, and only for what is due', async () => {
    const { other, store } = await stores.init(id);
    const { change, claim } = await store.begin(aLaunch());
    expect(await other.claimNext()).toBeUndefined();
    await store.release(claim!, AN_HOUR);
    expect(await other.claimNext()).toBeUndefined();

    const late = await store.begin(aLaunch({ name: 'late' }));
    await store.release(late.claim!, AT_ONCE);
    const claimed = await Promise.all(
      [store, other, store, other].map(one => one.claimNext()),
    );
    const [mine] = claimed.filter(one => one !== undefined);
    expect(claimed.filter(one => one !== undefined)).toHaveLength(1);
    expect(mine).toEqual({
      claim: { token: expect.any(String), changeId: late.change.id },
      change: late.change,
      provisioned: await store.findProvisioned(late.change.provisionedId),
      looks: 1,
      ageMs: expect.any(Number),
    });
    expect(mine.ageMs).toBeGreaterThanOrEqual(0);
    expect(mine.claim.token).not.toBe(late.claim?.token);
    expect(await store.readClaimed(mine.claim)).toMatchObject({ looks: 1 });
    expect(change.state).toBe('sending');
  });

  it('lose and double nothing where many work', async () => {
    const { other, store } = await stores.init(id);
    const names = Array.from({ length: 20 }, (_, n) => `orders-${n}`);
    for (const name of names) {
      const { claim } = await store.begin(aLaunch({ name }));
      await store.release(claim!, AT_ONCE);
    }
    const done: string[] = [];
    const work = async (one: DatabaseProvisionedStore) => {
      for (;;) {
        const claimed = await one.claimNext();
        if (!claimed) {
          return;
        }
        done.push(claimed.provisioned.name);
        await one.end(claimed.claim, { state: 'succeeded' }, WELL);
      }
    };
    await Promise.all([work(store), work(other), work(store), work(other)]);
    // Who finds every row locked by the others goes home; one is left at least.
    await work(store);
    expect(done.sort()).toEqual(names.sort());
    const kept = await store.listProvisioned({ ended: false });
    expect(kept.map(({ openChange }) => openChange)).toEqual(
      names.map(() => undefined),
    );
  });

  it('pass on when their holder is gone, who then changes nothing more', async () => {
    const { dying, other, store } = await stores.init(id);
    const { change, claim: lost } = await dying.begin(aLaunch());
    const taken = (await store.claimNext())!;
    expect(taken.claim.changeId).toBe(change.id);
    expect(await other.claimNext()).toBeUndefined();

    expect(await dying.readClaimed(lost!)).toBeUndefined();
    expect(await dying.extend(lost!)).toBe(false);
    await dying.release(lost!, {
      ...AT_ONCE,
      problem: { message: 'I was late' },
    });
    expect(
      await dying.end(lost!, { state: 'failed' }, { status: 'ERROR' }),
    ).toBe(false);
    expect(await store.findChange(change.id)).toEqual(change);
    expect(await store.findProvisioned(change.provisionedId)).toEqual(
      taken.provisioned,
    );
    expect(await other.claimNext()).toBeUndefined();

    expect(await store.extend(taken.claim)).toBe(true);
    expect(await store.end(taken.claim, { state: 'succeeded' }, WELL)).toBe(
      true,
    );
  });

  it('last when they are extended in time', async () => {
    const { dying, other, store } = await stores.init(id);
    const { claim } = await dying.begin(aLaunch());
    expect(await store.extend(claim!)).toBe(true);
    expect(await other.claimNext()).toBeUndefined();
    expect(await store.readClaimed(claim!)).toBeDefined();
  });

  it('count how often a change was looked at, and keep what is in its way', async () => {
    const { other, store } = await stores.init(id);
    const { change, claim } = await store.begin(aLaunch());
    const problem = { code: 'slow', message: 'It takes long' };
    await store.release(claim!, {
      ...AT_ONCE,
      recordStatus: 'IN_PROGRESS',
      problem,
    });
    const first = (await other.claimNext())!;
    expect(first.change).toMatchObject({
      recordStatus: 'IN_PROGRESS',
      problem,
    });
    await other.release(first.claim, AT_ONCE);
    const second = (await store.claimNext())!;
    expect(second.looks).toBe(2);
    expect(second.change).toEqual({ ...change, recordStatus: 'IN_PROGRESS' });
  });
});

describe.each(stores.eachSupportedId())('accept on %s', id => {
  const record = { recordId: 'rec-1', recordStatus: 'CREATED', awsId: 'pp-1' };

  it('keeps what AWS has accepted, whoever holds the claim by now', async () => {
    const { dying, store } = await stores.init(id);
    const { change, claim: lost } = await dying.begin(aLaunch());
    const taken = (await store.claimNext())!;
    await store.release(taken.claim, {
      ...AT_ONCE,
      problem: { message: 'AWS has not answered yet' },
    });
    await dying.accept(lost!, record);
    expect(await store.findChange(change.id)).toEqual({
      ...change,
      state: 'running',
      recordId: 'rec-1',
      recordStatus: 'CREATED',
    });
    expect(await store.findProvisioned(change.provisionedId)).toMatchObject({
      awsId: 'pp-1',
      status: 'UNDER_CHANGE',
      openChange: { id: change.id, kind: 'launch', state: 'running' },
    });
  });

  it('forgets no id of AWS where the answer names none', async () => {
    const { launch, store } = await stores.init(id);
    const provisionedId = await launch();
    const { claim } = await store.begin(aChangeOf(provisionedId));
    await store.accept(claim!, { recordId: 'rec-2' });
    expect((await store.findProvisioned(provisionedId))?.awsId).toBe(
      'pp-orders',
    );
  });

  it('comes too late for a change that has ended', async () => {
    const { store } = await stores.init(id);
    const { change, claim } = await store.begin(aLaunch());
    await store.end(
      claim!,
      { state: 'interrupted' },
      { status: 'NOT_LAUNCHED' },
    );
    const before = await store.findProvisioned(change.provisionedId);
    await store.accept(claim!, record);
    expect(await store.findProvisioned(change.provisionedId)).toEqual(before);
    expect((await store.findChange(change.id))?.state).toBe('interrupted');
  });
});

describe.each(stores.eachSupportedId())('end on %s', id => {
  it('keeps how a change ended, and what is there then', async () => {
    const { store } = await stores.init(id);
    const { change, claim } = await store.begin(aLaunch());
    const end = {
      state: 'succeeded' as const,
      recordId: 'rec-1',
      recordStatus: 'SUCCEEDED',
    };
    const state = {
      awsId: 'pp-1',
      status: 'AVAILABLE' as const,
      version: { id: 'pa-2', name: 'v2.0' },
      outputs: [{ key: 'QueueUrl', value: 'https://sqs.example/orders' }],
    };
    expect(await store.end(claim!, end, state)).toBe(true);
    expect(await store.findChange(change.id)).toEqual({
      ...change,
      ...end,
      finishedAt: expect.any(String),
    });
    const provisioned = await store.findProvisioned(change.provisionedId);
    expect(provisioned).toMatchObject(state);
    expect(provisioned?.openChange).toBeUndefined();
    expect(provisioned?.endedAt).toBeUndefined();
    expect(provisioned?.readAt).toBeDefined();
  });

  it('is kept once, also where the holder ends it twice at the same time', async () => {
    const { store, other } = await stores.init(id);
    const { change, claim } = await store.begin(aLaunch());
    const ended = await Promise.all([
      store.end(claim!, { state: 'succeeded' }, WELL),
      other.end(claim!, { state: 'succeeded' }, WELL),
    ]);
    expect(ended.sort()).toEqual([false, true]);
    expect(
      await store.end(claim!, { state: 'failed' }, { status: 'ERROR' }),
    ).toBe(false);
    expect((await store.findChange(change.id))?.state).toBe('succeeded');
    expect(await store.findProvisioned(change.provisionedId)).toMatchObject(
      WELL,
    );
    expect(await store.claimNext()).toBeUndefined();
  });

  it('leaves version, outputs and the id of AWS where it says nothing of them', async () => {
    const { launch, store } = await stores.init(id);
    const provisionedId = await launch(aLaunch(), {
      ...WELL,
      awsId: 'pp-1',
      statusMessage: 'An old message',
    });
    const before = await store.findProvisioned(provisionedId);
    const { claim } = await store.begin(
      aChangeOf(provisionedId, { version: { id: 'pa-2', name: 'v2.0' } }),
    );
    const problem = { code: 'Rollback', message: 'Too small\nToo old' };
    await store.end(
      claim!,
      { state: 'failed', problem },
      { status: 'TAINTED' },
    );
    expect(await store.findProvisioned(provisionedId)).toEqual({
      ...before,
      status: 'TAINTED',
      statusMessage: undefined,
      readAt: expect.any(String),
    });
    const [failed] = await store.listChanges(provisionedId);
    expect(failed).toMatchObject({ state: 'failed', problem });
  });
});
