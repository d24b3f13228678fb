import { randomUUID } from 'node:crypto';
import { Switches } from '@paved-road/sandbox';
import { provisionOutside, searchOutside } from './__testUtils__/outside';
import { parametersOf, useProducts } from './__testUtils__/startProducts';

jest.setTimeout(60_000);

/** What is not known of AWS: every setting of the sandbox's switches occurs. */
const settings: [string, Partial<Switches>][] = [
  ['as is usual', {}],
  [
    'the other way round',
    {
      nameClash: 'DuplicateResourceException',
      duringChange: 'InvalidStateException',
      sameTokenOtherParameters: 'InvalidParametersException',
      replayedRecord: 'asNow',
      invalidParameterValue: 'later',
      omittedOnUpdate: 'default',
      afterFailedTerminate: 'ERROR',
    },
  ],
];

/** Over the wire, with AWS's own client. */
describe.each(settings)('what is provisioned, AWS being %s', (_, switches) => {
  const { pass, startPortal, startSandbox } = useProducts();

  async function start() {
    const aws = await startSandbox({ switches });
    const portal = await startPortal();
    return {
      ...portal,
      aws,
      /** Lets the change come to its end, and reads what has become of it. */
      async finish(id: string) {
        pass(60);
        await portal.follow();
        return portal.read(id);
      },
      update: (id: string, body: object) =>
        portal.post(`/provisioned-products/${id}/update`, {
          changeId: randomUUID(),
          parameters: [],
          ...body,
        }),
      terminate: (id: string, body: object) =>
        portal.post(`/provisioned-products/${id}/terminate`, {
          changeId: randomUUID(),
          ...body,
        }),
    };
  }

  type Portal = Awaited<ReturnType<typeof start>>;

  async function launchTable(portal: Portal) {
    const { provisionedProductId: id } = await portal.launch(
      'Key-value table',
      parametersOf.table,
      {
        versionName: 'v1.0',
        tags: [{ key: 'DataClass', value: 'internal' }],
      },
    );
    const table = await portal.finish(id);
    expect(table.status).toBe('AVAILABLE');
    const versionBy = (name: string) =>
      table.versions?.find(version => version.name === name)?.id;
    return { id, table, versionBy };
  }

  it('is launched, followed to its end, and told with its outputs', async () => {
    const portal = await start();
    const { provisionedProductId: id, change } = await portal.launch(
      'Message queue',
      parametersOf.queue,
      { tags: [{ key: 'CostCentre', value: '4200' }] },
    );
    expect(change).toMatchObject({
      kind: 'launch',
      state: 'running',
      requestedBy: { type: 'user', name: 'user:default/mock' },
      preflight: { environment: 'development', blocking: 0 },
    });
    expect((await portal.read(id)).status).toBe('UNDER_CHANGE');

    pass(2);
    await portal.follow();
    expect((await portal.read(id)).changes[0].recordStatus).toBe('IN_PROGRESS');

    const done = await portal.finish(id);
    expect(done).toMatchObject({
      status: 'AVAILABLE',
      entityRef: 'component:default/payments',
      origin: 'portal',
      version: { name: 'v1.0' },
      allowed: { update: true, terminate: true },
    });
    expect(done.openChange).toBeUndefined();
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
    expect(portal.signals).toContainEqual(
      expect.objectContaining({
        channel: 'paved-road:provisioned-products',
        recipients: {
          type: 'user',
          entityRef: ['group:default/payments', 'user:default/mock'],
        },
        message: expect.objectContaining({
          provisionedProductId: id,
          state: 'succeeded',
        }),
      }),
    );
  });

  it('is tagged with whose it is', async () => {
    const portal = await start();
    const { change } = await portal.launch(
      'Message queue',
      parametersOf.queue,
      { tags: [{ key: 'CostCentre', value: '4200' }] },
    );
    const [{ Tags }] = await searchOutside();
    expect(Tags).toEqual(
      expect.arrayContaining([
        { Key: 'CostCentre', Value: '4200' },
        { Key: 'paved-road:entity', Value: 'component:default/payments' },
        { Key: 'paved-road:change', Value: change.id },
      ]),
    );
  });

  it('fails, looks like it, and says what AWS said', async () => {
    const portal = await start();
    const { provisionedProductId: id } = await portal.launch(
      'Customer website',
      {},
    );
    const failed = await portal.finish(id);
    expect(failed).toMatchObject({ status: 'ERROR', outputs: [] });
    expect(failed.changes[0]).toMatchObject({
      state: 'failed',
      recordStatus: 'FAILED',
      problem: {
        code: 'CloudFormationException',
        message: expect.stringContaining('meridian-website already exists'),
      },
    });
    expect(portal.notifications).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({
          title: "'orders' could not be launched",
          severity: 'high',
          description: expect.stringContaining('already exists'),
        }),
      }),
    ]);
    // What has failed can be ended, and its name is free again.
    await portal.terminate(id, { confirmedName: 'orders' });
    expect((await portal.finish(id)).status).toBe('TERMINATED');
    await portal.launch('Customer website', {});
  });

  it('is updated, and what was not touched stays as it was', async () => {
    const portal = await start();
    const { id, versionBy } = await launchTable(portal);
    expect((await portal.read(id)).newerVersion?.name).toBe('v2.0');
    const version = versionBy('v1.1');
    const { status, body } = await portal.update(id, { version });
    expect([status, body.error]).toEqual([202, undefined]);
    expect(body.change.parameters).toContainEqual({
      key: 'TableName',
      kept: 'previous',
    });
    const updated = await portal.finish(id);
    expect(updated).toMatchObject({
      status: 'AVAILABLE',
      version: { name: 'v1.1' },
    });
    expect(updated.parameters).toEqual(
      expect.arrayContaining([
        { key: 'TableName', kept: 'value', value: 'orders' },
        { key: 'KeyName', kept: 'default', value: 'id' },
      ]),
    );
    expect(updated.outputs).toContainEqual(
      expect.objectContaining({ key: 'TableName', value: 'sandbox-orders' }),
    );
  });

  it('is tainted by an update that failed: the old version runs on', async () => {
    const portal = await start();
    const { id, versionBy } = await launchTable(portal);
    await portal.update(id, { version: versionBy('v2.0') });
    pass(2);
    await portal.follow();
    expect((await portal.read(id)).status).toBe('UNDER_CHANGE');
    const tainted = await portal.finish(id);
    expect(tainted).toMatchObject({
      status: 'TAINTED',
      version: { name: 'v1.0' },
    });
    expect(tainted.changes[0]).toMatchObject({
      kind: 'update',
      state: 'failed',
      problem: { message: expect.stringContaining('cannot update a stack') },
    });
    expect(tainted.parameters).toContainEqual({
      key: 'TableName',
      kept: 'value',
      value: 'orders',
    });
    // A failed one comes first, whatever its name.
    await portal.launch('Message queue', parametersOf.queue, {
      name: 'another',
      tags: [{ key: 'CostCentre', value: '4200' }],
    });
    const { body } = await portal.get('/provisioned-products');
    expect(body.items[0]).toMatchObject({ id, status: 'TAINTED' });
  });

  it('is updated along the path that it was launched along', async () => {
    const portal = await start();
    const { detail } = await portal.productBy('Encrypted bucket');
    const [path] = detail.launchPaths.slice(-1);
    expect(detail.launchPaths.length).toBeGreaterThan(1);
    const { provisionedProductId: id } = await portal.launch(
      'Encrypted bucket',
      { BucketPrefix: 'receipts', Owner: 'payments' },
      {
        versionName: 'v2.0',
        path: path.id,
        tags: [
          { key: 'CostCentre', value: '4200' },
          { key: 'DataClass', value: 'internal' },
        ],
      },
    );
    const { newerVersion, path: kept } = await portal.finish(id);
    expect(kept).toBe(path.id);
    const update = { version: newerVersion?.id, changeId: randomUUID() };
    const { status, body } = await portal.update(id, update);
    expect([status, body.error]).toEqual([202, undefined]);
    expect((await portal.finish(id)).version?.name).toBe('v2.1');
    // Whose answer was lost asks once more, and is told what has become of it.
    const again = await portal.update(id, update);
    expect([again.status, again.body.change.state]).toEqual([202, 'succeeded']);
  });

  it('is not launched in a version that is deprecated', async () => {
    const portal = await start();
    const { status, body } = await portal.post(
      '/provisioned-products',
      await portal.bodyOf(
        'Encrypted bucket',
        { BucketPrefix: 'receipts', Owner: 'payments' },
        { versionName: 'v1.0' },
      ),
    );
    expect([status, body.error.message]).toEqual([
      400,
      'v1.0 is deprecated and can’t be launched any more; choose v2.1',
    ]);
  });

  it('refuses an update to what it is already', async () => {
    const portal = await start();
    const { id, versionBy } = await launchTable(portal);
    const { status, body } = await portal.update(id, {
      version: versionBy('v1.0'),
    });
    expect(status).toBe(400);
    expect(body.error.message).toContain('nothing to update');
  });

  it('runs service actions, also ones that fail', async () => {
    const portal = await start();
    const { provisionedProductId: id } = await portal.launch(
      'Message queue',
      parametersOf.queue,
      { tags: [{ key: 'CostCentre', value: '4200' }] },
    );
    await portal.finish(id);
    const { body } = await portal.get(`/provisioned-products/${id}/actions`);
    const actionBy = (name: string) =>
      body.items.find((item: { name: string }) => item.name === name).id;
    const run = async (name: string) => {
      const answer = await portal.post(
        `/provisioned-products/${id}/actions/${actionBy(name)}`,
        { changeId: randomUUID() },
      );
      expect(answer.status).toBe(202);
      return portal.finish(id);
    };
    const redriven = await run('RedriveDeadLetters');
    expect(redriven.status).toBe('AVAILABLE');
    expect(redriven.changes[0]).toMatchObject({
      kind: 'action',
      action: 'RedriveDeadLetters',
      state: 'succeeded',
    });
    const purged = await run('PurgeQueue');
    expect(purged.changes[0]).toMatchObject({
      state: 'failed',
      problem: { message: expect.stringContaining('PurgeQueueInProgress') },
    });
    expect(purged.outputs.length).toBeGreaterThan(0);
    const missing = await portal.post(
      `/provisioned-products/${id}/actions/act-nothing`,
      { changeId: randomUUID() },
    );
    expect(missing.status).toBe(404);
  });

  it('is ended by its name only, and leaves the list', async () => {
    const portal = await start();
    const { id } = await launchTable(portal);
    const wrong = await portal.terminate(id, { confirmedName: 'order' });
    expect([wrong.status, wrong.body.error.message]).toEqual([
      400,
      'To end it, write its name as it is: orders',
    ]);
    const { status } = await portal.terminate(id, {
      confirmedName: 'orders',
      retainResources: true,
    });
    expect(status).toBe(202);
    const ended = await portal.finish(id);
    expect(ended).toMatchObject({
      status: 'TERMINATED',
      allowed: { update: false, terminate: false },
    });
    expect(portal.audit).toContainEqual(
      expect.objectContaining({
        eventId: 'provisioned-product-delete',
        meta: expect.objectContaining({
          entityRef: 'component:default/payments',
          name: 'orders',
        }),
      }),
    );
    expect(ended.changes[0]).toMatchObject({
      state: 'succeeded',
      retainResources: true,
    });
    const list = await portal.get('/provisioned-products');
    expect(list.body.items).toEqual([]);
    const all = await portal.get('/provisioned-products?ended=true');
    expect(all.body.items).toHaveLength(1);
    const again = await portal.terminate(id, { confirmedName: 'orders' });
    expect(again.status).toBe(409);
  });

  it('says that an end has failed', async () => {
    const portal = await start();
    const { id } = await launchTable(portal);
    portal.aws.faults.set([
      { kind: 'fail', operation: 'TerminateProvisionedProduct' },
    ]);
    await portal.terminate(id, { confirmedName: 'orders' });
    const failed = await portal.finish(id);
    expect(failed.status).toBe(switches.afterFailedTerminate ?? 'TAINTED');
    expect(failed.changes[0].state).toBe('failed');
  });

  it('takes one change at a time', async () => {
    const portal = await start();
    const { id, versionBy } = await launchTable(portal);
    await portal.update(id, { version: versionBy('v1.1') });
    const second = await portal.terminate(id, { confirmedName: 'orders' });
    expect([second.status, second.body.error.message]).toEqual([
      409,
      "Another change of 'orders' goes on; wait until it has ended",
    ]);
  });

  it('says that a name is taken, by whomever', async () => {
    const portal = await start();
    await provisionOutside('orders');
    const body = await portal.bodyOf('Message queue', parametersOf.queue, {
      tags: [{ key: 'CostCentre', value: '4200' }],
    });
    const refused = await portal.post('/provisioned-products', body);
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      `The name 'orders' is taken in this account; choose another one, such as 'orders-${body.changeId.slice(
        0,
        4,
      )}'`,
    ]);
    const { body: all } = await portal.get(
      '/provisioned-products?ended=true&status=NOT_LAUNCHED',
    );
    expect(all.items).toHaveLength(1);
    const other = await portal.post('/provisioned-products', {
      ...body,
      changeId: randomUUID(),
      name: 'orders-2',
    });
    expect(other.status).toBe(202);
  });
});
