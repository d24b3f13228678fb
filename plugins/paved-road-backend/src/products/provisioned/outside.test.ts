import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { mockCredentials } from '@backstage/backend-test-utils';
import { multiplyOutside, provisionOutside } from './__testUtils__/outside';
import { parametersOf, useProducts } from './__testUtils__/startProducts';

jest.setTimeout(60_000);

/** What AWS has, whoever has launched it. */
describe('what is launched and changed outside the portal', () => {
  const { dataDirectory, pass, startPortal, startSandbox } = useProducts();

  it('shows, with its outputs, and can’t be changed here', async () => {
    await startSandbox();
    const portal = await startPortal();
    const awsId = await provisionOutside('by-hand', {
      tags: { 'paved-road:entity': 'component:default/payments' },
    });
    pass(60);
    await portal.sync();
    const { body } = await portal.get(
      '/provisioned-products?entityRef=component:default/payments',
    );
    expect(body.items).toEqual([
      expect.objectContaining({
        awsId,
        name: 'by-hand',
        origin: 'outside',
        status: 'AVAILABLE',
        product: expect.objectContaining({ name: 'Message queue' }),
      }),
    ]);
    const [{ id }] = body.items;
    const detail = await portal.read(id);
    expect(detail.allowed).toEqual({ update: false, terminate: false });
    expect(detail.outputs.map(({ key }) => key)).toContain('QueueUrl');
    const end = await portal.post(`/provisioned-products/${id}/terminate`, {
      changeId: randomUUID(),
      confirmedName: 'by-hand',
    });
    expect([end.status, end.body.error.message]).toEqual([
      409,
      "'by-hand' was launched outside the portal; change it where it was launched",
    ]);
  });

  it('takes nothing from the portal’s own by a tag', async () => {
    await startSandbox();
    const portal = await startPortal();
    const { provisionedProductId: id } = await portal.launch(
      'Message queue',
      parametersOf.queue,
      { tags: [{ key: 'CostCentre', value: '4200' }] },
    );
    pass(60);
    await portal.follow();
    await portal.knex('provisioned_products').update({ read_at: '' });
    await portal.sync();
    const { entityRef, origin } = await portal.read(id);
    expect([entityRef, origin]).toEqual([
      'component:default/payments',
      'portal',
    ]);
  });

  it('notices what was ended there, and leaves alone what a change goes on with', async () => {
    const aws = await startSandbox();
    const portal = await startPortal();
    const { provisionedProductId: id } = await portal.launch(
      'Message queue',
      parametersOf.queue,
      { tags: [{ key: 'CostCentre', value: '4200' }] },
    );
    await portal.sync();
    expect((await portal.read(id)).openChange?.state).toBe('running');
    pass(60);
    await portal.follow();
    await aws.stop();
    // All that AWS had is gone.
    await rm(join(dataDirectory(), 'aws.json'));
    await startSandbox();
    const other = await startPortal({ knex: portal.knex });
    await other.sync();
    expect((await other.read(id)).status).toBe('TERMINATED');
  });

  it('shows 1,000 of one account, read by pages of 100', async () => {
    const first = await startSandbox();
    await provisionOutside('queue-0');
    pass(60);
    await first.stop();
    await multiplyOutside(dataDirectory(), 1_000);
    const aws = await startSandbox();
    const portal = await startPortal();
    aws.calls.length = 0;
    await portal.sync();
    const searches = aws.calls.filter(
      ({ operation, account }) =>
        operation === 'SearchProvisionedProducts' && account === '111122223333',
    );
    expect(searches).toHaveLength(10);
    const { body } = await portal.get('/provisioned-products?limit=100');
    expect([body.totalItems, body.items.length]).toEqual([1_000, 100]);
    let cursor = body.nextCursor;
    const names = new Set(body.items.map(({ name }: { name: string }) => name));
    while (cursor) {
      const page = await portal.get(
        `/provisioned-products?limit=100&cursor=${cursor}`,
      );
      for (const { name } of page.body.items) {
        names.add(name);
      }
      cursor = page.body.nextCursor;
    }
    expect(names.size).toBe(1_000);
    await portal.sync();
    const again = await portal.get('/provisioned-products');
    expect(again.body.totalItems).toBe(1_000);
  });

  it('is not for guests to change', async () => {
    await startSandbox();
    const portal = await startPortal();
    const body = await portal.bodyOf('Message queue', parametersOf.queue);
    const { status } = await portal.post(
      '/provisioned-products',
      body,
      mockCredentials.user.header('user:development/guest'),
    );
    expect(status).toBe(403);
  });
});
