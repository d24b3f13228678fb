import { launchProduct } from '@paved-road/backstage-plugin-paved-road-common';
import { parametersOf, useProducts } from './__testUtils__/startProducts';

jest.setTimeout(60_000);

/** Over the wire, with AWS's own client. */
describe('what is provisioned', () => {
  const { pass, startPortal, startSandbox } = useProducts();

  it('is launched, followed to its end, and told with its outputs', async () => {
    await startSandbox();
    const portal = await startPortal();
    const body = await portal.bodyOf('Message queue', parametersOf.queue, {
      tags: [{ key: 'CostCentre', value: '4200' }],
    });
    const launched = await portal.post('/provisioned-products', body);
    expect([launched.status, launched.body.error]).toEqual([202, undefined]);
    const { provisionedProductId: id, change } = launchProduct.response.parse(
      launched.body,
    );
    expect(change).toMatchObject({
      id: body.changeId,
      kind: 'launch',
      state: 'running',
      requestedBy: { type: 'user', name: 'user:default/mock' },
      preflight: { environment: 'development', blocking: 0 },
    });
    expect((await portal.read(id)).status).toBe('UNDER_CHANGE');

    pass(2);
    await portal.follow();
    expect((await portal.read(id)).changes[0].recordStatus).toBe('IN_PROGRESS');

    pass(60);
    await portal.follow();
    const done = await portal.read(id);
    expect(done).toMatchObject({
      status: 'AVAILABLE',
      entityRef: 'component:default/payments',
      origin: 'portal',
      version: { name: 'v1.0' },
      allowed: { update: true, terminate: true },
    });
    expect(done.changes[0]).toMatchObject({ state: 'succeeded' });
    expect(done.outputs.map(({ key }) => key)).toContain('QueueUrl');
    expect(portal.notifications).toEqual([
      {
        recipients: { type: 'entity', entityRef: 'user:default/mock' },
        payload: expect.objectContaining({
          title: "'orders' is launched",
          severity: 'normal',
        }),
      },
    ]);
  });
});
