import { setTimeout as wait } from 'node:timers/promises';
import { Knex } from 'knex';
import { keepCrashedLaunch } from './__testUtils__/crashedLaunch';
import { provisionOutside } from './__testUtils__/outside';
import { parametersOf, useProducts } from './__testUtils__/startProducts';

jest.setTimeout(60_000);

const SECRET = parametersOf.database.MasterPassword;

async function contentsOf(knex: Knex): Promise<string> {
  const tables = [
    'provisioned_products',
    'product_changes',
    'product_change_outcomes',
    'open_product_changes',
  ];
  return JSON.stringify(
    await Promise.all(tables.map(table => knex(table).select('*'))),
  );
}

describe('secret values', () => {
  const { pass, startPortal, startSandbox } = useProducts();
  const tags = [{ key: 'DataClass', value: 'internal' }];

  it('come to AWS and nowhere else', async () => {
    const aws = await startSandbox();
    const portal = await startPortal();
    const choice = await portal.bodyOf(
      'PostgreSQL database',
      parametersOf.database,
      { tags },
    );
    const { changeId: _, name: __, ...asked } = choice;
    const { tags: ___, ...checked } = asked;
    const preflight = await portal.post('/preflight', checked);
    expect(preflight.body.verdict).toBe('fail');
    const plan = await portal.post('/plan', asked);
    expect(plan.body.resourceChanges.length).toBeGreaterThan(0);
    const launched = await portal.post('/provisioned-products', choice);
    expect(launched.status).toBe(202);
    pass(60);
    await portal.follow();
    const { provisionedProductId: id } = launched.body;
    const detail = await portal.read(id);
    expect(detail.status).toBe('AVAILABLE');
    expect(detail.parameters).toContainEqual({
      key: 'MasterPassword',
      kept: 'secret',
    });
    // The launch could not have succeeded without it.
    expect(aws.calls.map(({ operation }) => operation)).toContain(
      'ProvisionProduct',
    );
    expect(
      JSON.stringify([
        preflight.body,
        plan.body,
        launched.body,
        detail,
        portal.audit,
        portal.logs,
        portal.signals,
        portal.notifications,
        await contentsOf(portal.knex),
      ]),
    ).not.toContain(SECRET);
  });

  it('are not repeated where they are refused', async () => {
    await startSandbox();
    const portal = await startPortal();
    const wrong = await portal.post(
      '/provisioned-products',
      await portal.bodyOf(
        'PostgreSQL database',
        { ...parametersOf.database, MasterPassword: `${SECRET}@` },
        { tags },
      ),
    );
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.message).toContain('MasterPassword: Has to match');
    expect(
      JSON.stringify([wrong.body, portal.logs, portal.audit]),
    ).not.toContain(SECRET);
  });

  it('are sent again by the portal that still has them, ten throttled calls later', async () => {
    const aws = await startSandbox();
    aws.faults.set([
      { kind: 'throttle', operation: 'ProvisionProduct', times: 10 },
    ]);
    const portal = await startPortal();
    const { change, provisionedProductId: id } = await portal.launch(
      'PostgreSQL database',
      parametersOf.database,
      { tags },
    );
    expect(change.state).toBe('sending');
    while ((await portal.read(id)).changes[0].state === 'sending') {
      await wait(200);
    }
    pass(60);
    await portal.follow();
    expect((await portal.read(id)).status).toBe('AVAILABLE');
  });

  it('are told to be refused, where AWS says no only later', async () => {
    const aws = await startSandbox();
    aws.faults.set([
      { kind: 'throttle', operation: 'ProvisionProduct', times: 5 },
      { kind: 'accessDenied', operation: 'ProvisionProduct', call: 6 },
    ]);
    const portal = await startPortal();
    const { change } = await portal.launch(
      'PostgreSQL database',
      parametersOf.database,
      { tags },
    );
    expect(change.state).toBe('sending');
    while (portal.notifications.length === 0) {
      await wait(200);
    }
    expect(portal.notifications).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({
          title: "'orders' could not be launched",
          description: expect.stringContaining('may not do this'),
        }),
      }),
    ]);
  });

  describe('that went down with the portal', () => {
    async function startAfterCrash(ageMs: number) {
      const portal = await startPortal();
      const { detail, path } = await portal.productBy('PostgreSQL database');
      const { MasterPassword: _, ...open } = parametersOf.database;
      const ids = await keepCrashedLaunch(portal.knex, {
        ageMs,
        product: detail,
        path,
        tags,
        parameters: [
          { key: 'MasterPassword', kept: 'secret' },
          ...Object.entries(open).map(([key, value]) => ({
            key,
            value,
            kept: 'value' as const,
          })),
        ],
      });
      return { portal, ids };
    }

    it('are looked for in AWS, and never sent as nothing', async () => {
      const aws = await startSandbox();
      const { portal, ids } = await startAfterCrash(60_000);
      await portal.follow();
      const { changes, status } = await portal.read(ids.provisioned);
      expect(status).toBe('LAUNCHING');
      expect(changes[0]).toMatchObject({
        state: 'sending',
        problem: { code: 'looking' },
      });
      expect(aws.calls.map(({ operation }) => operation)).not.toContain(
        'ProvisionProduct',
      );
    });

    it('are given up where AWS has never had them', async () => {
      await startSandbox();
      const { portal, ids } = await startAfterCrash(20 * 60_000);
      await portal.follow();
      const { changes, status } = await portal.read(ids.provisioned);
      expect(status).toBe('NOT_LAUNCHED');
      expect(changes[0]).toMatchObject({
        state: 'interrupted',
        problem: { message: expect.stringContaining('nothing was changed') },
      });
    });

    it('are found where AWS had taken them before the crash', async () => {
      await startSandbox();
      const { portal, ids } = await startAfterCrash(60_000);
      await provisionOutside('orders', { token: ids.change });
      await portal.follow();
      pass(60);
      await portal.follow();
      const { changes, status } = await portal.read(ids.provisioned);
      expect([status, changes[0].state]).toEqual(['AVAILABLE', 'succeeded']);
    });
  });
});
