import { aChangeOf, aLaunch } from '../__testUtils__/changes';
import { createTestStores } from '../__testUtils__/stores';
import { SeenProvisionedProduct } from '../changes';
import { DatabaseProvisionedStore } from './DatabaseProvisionedStore';

const ACCOUNT = 'payments-dev';

const ISO_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/);

const stores = createTestStores();

function seen(
  fields: Partial<SeenProvisionedProduct> = {},
): SeenProvisionedProduct {
  return {
    awsId: 'pp-outside',
    name: 'ledger',
    product: { id: 'prod-2', name: 'Bucket' },
    version: { id: 'pa-9', name: 'v9' },
    status: 'AVAILABLE',
    ...fields,
  };
}

/** All that is kept, in one order; the store promises none. */
async function everyOf(store: DatabaseProvisionedStore) {
  const all = await store.listProvisioned({ ended: true });
  return all.sort((a, b) => a.id.localeCompare(b.id));
}

describe.each(stores.eachSupportedId())('recordSeen on %s', id => {
  it('adds what was launched outside once, and keeps it as it is in AWS', async () => {
    const { store } = await stores.init(id);
    const first = seen({
      entityRef: 'component:default/ledger',
      statusMessage: 'It hangs',
      status: 'TAINTED',
    });
    await store.recordSeen(ACCOUNT, [first]);
    const [kept] = await store.listProvisioned({ ended: true });
    expect(kept).toEqual({
      ...first,
      id: expect.any(String),
      account: ACCOUNT,
      origin: 'outside',
      outputs: [],
      createdAt: expect.any(String),
      readAt: expect.any(String),
    });
    await store.recordSeen(ACCOUNT, [
      seen({ version: { id: 'pa-10', name: 'v10' } }),
    ]);
    expect(await store.listProvisioned({ ended: true })).toEqual([
      {
        ...kept,
        status: 'AVAILABLE',
        statusMessage: undefined,
        version: { id: 'pa-10', name: 'v10' },
        readAt: expect.any(String),
      },
    ]);
    await store.recordSeen('payments-prod', [seen()]);
    expect(await store.listProvisioned({ ended: true })).toHaveLength(2);
  });

  it('adds it once where two look at the same time', async () => {
    const { other, store } = await stores.init(id);
    const all = Array.from({ length: 30 }, (_, n) =>
      seen({ awsId: `pp-${n}`, name: `ledger-${n}` }),
    );
    await Promise.all(
      [store, other, store, other].map(one => one.recordSeen(ACCOUNT, all)),
    );
    expect(await store.listProvisioned({ ended: true })).toHaveLength(30);
  });

  it('knows its own by AWS’s id, and whom it is for better than a tag', async () => {
    const { launch, store } = await stores.init(id);
    const provisionedId = await launch();
    const before = await store.findProvisioned(provisionedId);
    await store.recordSeen(ACCOUNT, [
      seen({
        ...before,
        awsId: 'pp-orders',
        entityRef: 'component:default/thief',
        status: 'ERROR',
        statusMessage: 'Somebody broke it',
      }),
    ]);
    expect(await store.listProvisioned({ ended: true })).toEqual([
      {
        ...before,
        status: 'ERROR',
        statusMessage: 'Somebody broke it',
        readAt: expect.any(String),
      },
    ]);
  });

  const there = (fields: Partial<SeenProvisionedProduct>) =>
    seen({ awsId: 'pp-late', name: 'orders', ...fields });

  it('brings a launch back that was given up, by its token', async () => {
    const { launch, store } = await stores.init(id);
    const change = aLaunch();
    const provisionedId = await launch(
      change,
      { status: 'NOT_LAUNCHED' },
      'interrupted',
    );
    await store.recordSeen('payments-prod', [
      there({ launchToken: change.id, awsId: 'pp-prod' }),
    ]);
    const given = await store.findProvisioned(provisionedId);
    expect(given?.status).toBe('NOT_LAUNCHED');

    await store.recordSeen(ACCOUNT, [there({ launchToken: change.id })]);
    const back = await store.findProvisioned(provisionedId);
    expect(back).toMatchObject({
      awsId: 'pp-late',
      origin: 'portal',
      status: 'AVAILABLE',
    });
    expect(back?.endedAt).toBeUndefined();
    expect((await store.findChange(change.id))?.state).toBe('interrupted');
    await expect(store.begin(aLaunch())).rejects.toThrow(/taken/);
    expect((await store.begin(aChangeOf(provisionedId))).claim).toBeDefined();
  });

  it('leaves a launch given up where its name has been given anew, and keeps the others', async () => {
    const { launch, store } = await stores.init(id);
    const change = aLaunch();
    const provisionedId = await launch(change, { status: 'NOT_LAUNCHED' });
    const anew = await store.begin(aLaunch());
    await store.recordSeen(ACCOUNT, [
      there({ launchToken: change.id }),
      seen(),
    ]);
    expect((await store.findProvisioned(provisionedId))?.status).toBe(
      'NOT_LAUNCHED',
    );
    const current = await store.listProvisioned({ ended: false });
    expect(current.map(({ name, status }) => [name, status]).sort()).toEqual([
      ['ledger', 'AVAILABLE'],
      ['orders', 'LAUNCHING'],
    ]);

    await store.end(
      anew.claim!,
      { state: 'refused' },
      { status: 'NOT_LAUNCHED' },
    );
    await store.recordSeen(ACCOUNT, [there({ launchToken: change.id })]);
    expect((await store.findProvisioned(provisionedId))?.status).toBe(
      'AVAILABLE',
    );
  });

  it('takes nothing for the launch of one that AWS has under another id', async () => {
    const { launch, store } = await stores.init(id);
    const change = aLaunch();
    const provisionedId = await launch(change);
    const before = await store.findProvisioned(provisionedId);
    await store.recordSeen(ACCOUNT, [
      seen({ awsId: 'pp-copy', name: 'copy', launchToken: change.id }),
    ]);
    expect(await store.findProvisioned(provisionedId)).toEqual(before);
    const all = await store.listProvisioned({ ended: false });
    expect(all.find(({ name }) => name === 'copy')).toMatchObject({
      awsId: 'pp-copy',
      origin: 'outside',
    });
  });

  it('leaves alone what a change goes on with', async () => {
    const { launch, store } = await stores.init(id);
    const provisionedId = await launch();
    const launching = await store.begin(aLaunch({ name: 'second' }));
    await store.begin(aChangeOf(provisionedId));
    const before = await store.listProvisioned({ ended: true });
    await store.recordSeen(ACCOUNT, [
      there({ awsId: 'pp-orders', status: 'ERROR' }),
      there({ name: 'second', launchToken: launching.change.id }),
    ]);
    expect(await store.listProvisioned({ ended: true })).toEqual(before);
  });

  it('reads what is unchanged anew, with few statements for many', async () => {
    const { knex, launch, store } = await stores.init(id);
    const changing = await launch(aLaunch({ name: 'changing' }));
    const ended = await launch(aLaunch({ name: 'ended' }));
    const all = Array.from({ length: 450 }, (_, n) =>
      seen({ awsId: `pp-${n}`, name: `ledger-${n}` }),
    );
    all.push(
      seen({ ...aLaunch().request, awsId: 'pp-changing', name: 'changing' }),
    );
    await store.recordSeen(ACCOUNT, all);
    await store.begin(aChangeOf(changing));
    await store.recordGone(ended);
    await knex('provisioned_products').update({ read_at: 'before' });
    const kept = await everyOf(store);

    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    await store.recordSeen(ACCOUNT, all);
    expect(statements.length).toBeLessThan(20);
    const left = [changing, ended];
    expect(await everyOf(store)).toEqual(
      kept.map(one => ({
        ...one,
        readAt: left.includes(one.id) ? 'before' : ISO_TIME,
      })),
    );
  });

  const differences: [string, Partial<SeenProvisionedProduct>][] = [
    ['name', { name: 'renamed' }],
    ['id of the product', { product: { id: 'prod-3', name: 'Bucket' } }],
    ['name of the product', { product: { id: 'prod-2', name: 'Store' } }],
    ['version', { version: { id: 'pa-10', name: 'v9' } }],
    ['name of the version', { version: { id: 'pa-9', name: 'v10' } }],
    ['status', { status: 'TAINTED' }],
    ['message', { statusMessage: 'It hangs' }],
  ];
  it.each(differences)('keeps another %s, among many', async (_, fields) => {
    const { store } = await stores.init(id);
    const all = Array.from({ length: 250 }, (__, n) =>
      seen({ awsId: `pp-${n}`, name: `ledger-${n}` }),
    );
    await store.recordSeen(ACCOUNT, all);
    const before = await everyOf(store);
    all[240] = { ...all[240], ...fields };
    await store.recordSeen(ACCOUNT, all);
    expect(await everyOf(store)).toEqual(
      before.map(one => ({
        ...one,
        ...(one.awsId === 'pp-240' ? fields : {}),
        readAt: ISO_TIME,
      })),
    );
  });

  it('keeps the version where AWS names none, and the last of what comes twice', async () => {
    const { store } = await stores.init(id);
    await store.recordSeen(ACCOUNT, [seen(), seen({ status: 'ERROR' })]);
    await store.recordSeen(ACCOUNT, [seen({ version: undefined })]);
    expect(await store.listProvisioned({ ended: true })).toEqual([
      expect.objectContaining(seen()),
    ]);
    await store.recordSeen(ACCOUNT, [seen(), seen({ status: 'ERROR' })]);
    expect(await store.listProvisioned({ ended: true })).toEqual([
      expect.objectContaining(seen({ status: 'ERROR' })),
    ]);
  });

  it('passes over a name that a launch has, and keeps the others', async () => {
    const { store } = await stores.init(id);
    await store.begin(aLaunch());
    await store.recordSeen(ACCOUNT, [there({}), seen()]);
    const all = await store.listProvisioned({ ended: true });
    expect(all.map(({ name, origin }) => [name, origin]).sort()).toEqual([
      ['ledger', 'outside'],
      ['orders', 'portal'],
    ]);
  });

  it('keeps every text as it is', async () => {
    const { store } = await stores.init(id);
    const hostile = seen({
      name: `__proto__'); DROP TABLE provisioned_products; --`,
      entityRef: '%_\\ 🏦 no entity ref',
      launchToken: "' OR 1=1 --",
      statusMessage: 'x'.repeat(100_000),
    });
    await store.recordSeen(ACCOUNT, [hostile]);
    const { launchToken: _, ...kept } = hostile;
    expect(await store.listProvisioned({ ended: true })).toEqual([
      expect.objectContaining(kept),
    ]);
  });
});

describe.each(stores.eachSupportedId())('recordGone on %s', id => {
  it('ends what AWS has no more, and frees its name', async () => {
    const { launch, store } = await stores.init(id);
    const provisionedId = await launch();
    await store.recordGone(provisionedId);
    const gone = await store.findProvisioned(provisionedId);
    expect(gone).toMatchObject({
      status: 'TERMINATED',
      endedAt: expect.any(String),
    });
    expect(await store.listProvisioned({ ended: false })).toEqual([]);
    await store.recordGone(provisionedId);
    expect(await store.findProvisioned(provisionedId)).toEqual(gone);
    expect((await store.begin(aLaunch())).claim).toBeDefined();
  });

  it('leaves alone what a change goes on with, and what never was', async () => {
    const { launch, store } = await stores.init(id);
    const never = await launch(aLaunch({ name: 'b' }), {
      status: 'NOT_LAUNCHED',
    });
    const { change } = await store.begin(aLaunch());
    const before = await store.listProvisioned({ ended: true });
    await store.recordGone(change.provisionedId);
    await store.recordGone(never);
    await store.recordGone('nobody');
    expect(await store.listProvisioned({ ended: true })).toEqual(before);
  });
});
