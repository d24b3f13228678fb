import { randomUUID } from 'node:crypto';
import {
  OperationInput,
  launchProduct,
} from '@paved-road/backstage-plugin-paved-road-common';
import { FaultInput } from '@paved-road/sandbox';
import { keepCrashedLaunch } from './__testUtils__/crashedLaunch';
import { provisionOutside, searchOutside } from './__testUtils__/outside';
import { parametersOf, useProducts } from './__testUtils__/startProducts';

jest.setTimeout(90_000);

type LaunchBody = OperationInput<typeof launchProduct>['body'];

/** Each over the wire, with AWS's own client. */
describe('on a bad day', () => {
  const { pass, startPortal, startSandbox } = useProducts();
  const tags = [{ key: 'CostCentre', value: '4200' }];

  async function start(faults: FaultInput[] = []) {
    const aws = await startSandbox();
    const portal = await startPortal();
    const body = await portal.bodyOf('Message queue', parametersOf.queue, {
      tags,
    });
    aws.faults.set(faults);
    return {
      ...portal,
      aws,
      body,
      launch: () => portal.post('/provisioned-products', body),
      async finish(id: string) {
        await portal.follow();
        pass(60);
        await portal.follow();
        const detail = await portal.read(id);
        const there = await searchOutside();
        return {
          status: detail.status,
          state: detail.changes[0].state,
          inAws: there.length,
        };
      },
    };
  }

  const once = { status: 'AVAILABLE', state: 'succeeded', inAws: 1 };

  it.each<[string, FaultInput]>([
    [
      'ten throttled calls',
      { kind: 'throttle', operation: 'ProvisionProduct', times: 10 },
    ],
    [
      'a 503 with HTML in it',
      { kind: 'html503', operation: 'ProvisionProduct', times: 5 },
    ],
    ['a call that hangs', { kind: 'hang', operation: 'ProvisionProduct' }],
    [
      'answers that are dropped after AWS has accepted',
      { kind: 'acceptThenDrop', operation: 'ProvisionProduct', times: 5 },
    ],
    [
      'an answer that never comes after AWS has accepted',
      { kind: 'acceptThenHang', operation: 'ProvisionProduct' },
    ],
  ])('launches once all the same after %s', async (_, fault) => {
    const portal = await start([fault]);
    const { body, status } = await portal.launch();
    expect(status).toBe(202);
    const id = body.provisionedProductId;
    let end = await portal.finish(id);
    // Ten throttled calls are two questions with five attempts each.
    for (let round = 0; round < 5 && end.state !== 'succeeded'; round += 1) {
      end = await portal.finish(id);
    }
    expect(end).toEqual(once);
  });

  it('launches once whoever clicks twice', async () => {
    const portal = await start();
    const answers = await Promise.all([portal.launch(), portal.launch()]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const [first, second] = answers.map(({ body }) => body);
    expect(second.provisionedProductId).toBe(first.provisionedProductId);
    expect(await portal.finish(first.provisionedProductId)).toEqual(once);
  });

  it('takes no id of a change for another one', async () => {
    const portal = await start();
    await portal.launch();
    const other = await portal.post('/provisioned-products', {
      ...portal.body,
      parameters: [{ key: 'QueueName', value: 'others' }],
    });
    expect([other.status, other.body.error.message]).toEqual([
      409,
      'The id of this change belongs to another one; make a new id for each change',
    ]);
  });

  it('answers the same change to who has lost the answer, though the product is gone', async () => {
    const portal = await start();
    const first = await portal.launch();
    portal.aws.withdraw(['Message queue']);
    const again = await portal.launch();
    expect(again.status).toBe(202);
    expect(again.body.provisionedProductId).toBe(
      first.body.provisionedProductId,
    );
  });

  describe('the portal goes down', () => {
    async function startAfterCrash() {
      const portal = await start();
      const { detail, path } = await portal.productBy('Message queue');
      const ids = await keepCrashedLaunch(portal.knex, {
        ageMs: 60_000,
        product: detail,
        path,
        tags,
        parameters: [{ key: 'QueueName', value: 'orders', kept: 'value' }],
      });
      return { portal, ids };
    }

    it('between keeping the token and the call: it is sent once', async () => {
      const { portal, ids } = await startAfterCrash();
      expect(await portal.finish(ids.provisioned)).toEqual(once);
    });

    it('between the call and the answer: it is found, not made anew', async () => {
      const { portal, ids } = await startAfterCrash();
      await provisionOutside('orders', { token: ids.change });
      expect(await portal.finish(ids.provisioned)).toEqual(once);
    });

    it('while it follows: another replica goes on', async () => {
      const portal = await start();
      const { body } = await portal.launch();
      await portal.stop();
      const other = await startPortal({ knex: portal.knex });
      pass(60);
      await other.follow();
      const { status } = await other.read(body.provisionedProductId);
      expect(status).toBe('AVAILABLE');
    });
  });

  it('goes on with one change in one of two replicas only', async () => {
    const portal = await start();
    const other = await startPortal({ knex: portal.knex });
    const { body } = await portal.launch();
    pass(60);
    portal.aws.calls.length = 0;
    await Promise.all([portal.follow(), other.follow()]);
    const { changes, status } = await portal.read(body.provisionedProductId);
    expect([status, changes.length]).toEqual(['AVAILABLE', 1]);
    expect([...portal.notifications, ...other.notifications]).toHaveLength(1);
  });

  it('follows what never ends without end', async () => {
    const portal = await start([
      { kind: 'stuck', operation: 'ProvisionProduct' },
    ]);
    const { body } = await portal.launch();
    pass(24 * 60 * 60);
    await portal.follow();
    const told = portal.signals.length;
    for (let day = 0; day < 3; day += 1) {
      pass(24 * 60 * 60);
      await portal.follow();
    }
    // Nobody is told to look anew at what is as it was.
    expect(portal.signals).toHaveLength(told);
    const detail = await portal.read(body.provisionedProductId);
    expect(detail.status).toBe('UNDER_CHANGE');
    expect(detail.openChange?.state).toBe('running');
  });

  it('says of what takes hours that it does', async () => {
    const portal = await start([
      { kind: 'stuck', operation: 'ProvisionProduct' },
    ]);
    const { detail, path } = await portal.productBy('Message queue');
    const ids = await keepCrashedLaunch(portal.knex, {
      ageMs: 2 * 60 * 60_000,
      product: detail,
      path,
      tags,
      parameters: [{ key: 'QueueName', value: 'orders', kept: 'value' }],
    });
    await portal.follow();
    await portal.follow();
    const { changes, status } = await portal.read(ids.provisioned);
    expect(status).toBe('UNDER_CHANGE');
    expect(changes[0]).toMatchObject({
      state: 'running',
      problem: { code: 'slow' },
    });
  });

  it('waits for reads that lag behind', async () => {
    const aws = await startSandbox({ switches: { readLagMs: 5_000 } });
    const portal = await startPortal();
    pass(3_600);
    const { provisionedProductId: id } = await portal.launch(
      'Message queue',
      parametersOf.queue,
      { tags },
    );
    await portal.follow();
    expect((await portal.read(id)).changes[0]).toMatchObject({
      state: 'running',
      problem: { code: 'no-record' },
    });
    pass(11);
    await portal.follow();
    expect((await portal.read(id)).status).toBe('UNDER_CHANGE');
    pass(60);
    await portal.follow();
    expect((await portal.read(id)).status).toBe('AVAILABLE');
    expect(aws.calls.length).toBeGreaterThan(0);
  });

  it('goes on in one account while the other gives no access', async () => {
    const portal = await start([
      { kind: 'accessDenied', account: '444455556666', times: 1_000 },
    ]);
    const { body } = await portal.launch();
    await portal.sync();
    expect(await portal.finish(body.provisionedProductId)).toEqual(once);
    expect(portal.logs.join('\n')).toContain(
      'What is provisioned in the account production can’t be read'.replace(
        '’',
        "'",
      ),
    );
  });

  it('says what is in the way where the account does not answer, and goes on later', async () => {
    const portal = await start();
    const { body } = await portal.launch();
    portal.aws.faults.set([
      { kind: 'accessDenied', operation: 'DescribeRecord', times: 1 },
    ]);
    await portal.follow();
    const { changes } = await portal.read(body.provisionedProductId);
    expect(changes[0]).toMatchObject({
      state: 'running',
      problem: { code: 'no-access' },
    });
    expect(await portal.finish(body.provisionedProductId)).toEqual(once);
  });

  it.each<[string, Partial<LaunchBody>, string]>([
    [
      'a key twice',
      {
        parameters: [
          { key: 'QueueName', value: 'a' },
          { key: 'QueueName', value: 'b' },
        ],
      },
      'name each key once',
    ],
    [
      'an empty value',
      { parameters: [{ key: 'QueueName', value: '' }] },
      'QueueName: ',
    ],
    [
      'a value of unicode',
      { parameters: [{ key: 'QueueName', value: 'grüße-🚀' }] },
      'QueueName: ',
    ],
    [
      'more than 4,096 characters',
      { parameters: [{ key: 'QueueName', value: 'x'.repeat(4_097) }] },
      'QueueName: Is 4097 characters long',
    ],
    [
      'a stranger',
      {
        parameters: [
          { key: 'QueueName', value: 'a' },
          { key: '__proto__', value: 'b' },
        ],
      },
      "__proto__: This version has no parameter '__proto__'",
    ],
    [
      'a tag that the portfolio does not have',
      { tags: [{ key: 'CostCentre', value: '1' }] },
      'CostCentre: Choose one of 4100, 4200, 4300',
    ],
    [
      'a tag of the portal',
      {
        tags: [...tags, { key: 'paved-road:entity', value: 'group:x/y' }],
      },
      'paved-road:entity: Tags of this name are not yours to set',
    ],
    ['a name with a slash', { name: '../orders' }, 'name'],
    ['no entity ref', { entityRef: ':::' }, 'is no entity ref'],
    ['no UUID', { changeId: 'again' }, 'changeId'],
  ])('refuses %s, and says what to mend', async (_, wrong, message) => {
    const portal = await start();
    const { body, status } = await portal.post('/provisioned-products', {
      ...portal.body,
      ...wrong,
    });
    expect([status, body.error.message]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
    expect(await searchOutside()).toEqual([]);
  });

  it('takes values as long as AWS takes them', async () => {
    const portal = await start();
    const { status } = await portal.post(
      '/provisioned-products',
      await portal.bodyOf(
        'Encrypted bucket',
        { BucketPrefix: 'receipts', Owner: 'Zürich🏦'.padEnd(4_096, 'ü') },
        {
          name: 'bucket',
          changeId: randomUUID(),
          tags: [...tags, { key: 'DataClass', value: 'internal' }],
        },
      ),
    );
    expect(status).toBe(202);
  });
});
