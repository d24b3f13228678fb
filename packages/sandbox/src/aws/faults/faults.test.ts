import {
  ListRecordHistoryCommand,
  ProvisionProductCommand,
  ScanProvisionedProductsCommand,
  SearchProductsCommand,
  TerminateProvisionedProductCommand,
  UpdateProvisionedProductCommand,
} from '@aws-sdk/client-service-catalog';
import { TestAws } from '../__testUtils__/TestAws';

/** What goes wrong by the script, as AWS's own client sees it. */
describe('the fault script', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeEach(async () => {
    aws = await TestAws.start();
  });
  afterEach(() => aws.end());

  const search = new SearchProductsCommand({});
  const mine = {
    AccessLevelFilter: { Key: 'Account', Value: 'self' },
  } as const;

  const launch = async (name: string) =>
    new ProvisionProductCommand({
      ...(await aws.launchOf('Message queue')),
      ProvisionedProductName: name,
      ProvisionToken: `token-${name}`,
    });

  const all = async () =>
    (await aws.client().send(new ScanProvisionedProductsCommand(mine)))
      .ProvisionedProducts ?? [];

  it('throttles ten times in a row, with the retries of the client off and on', async () => {
    aws.faults.set([{ kind: 'throttle', times: 10 }]);
    for (let call = 1; call <= 10; call++) {
      await expect(aws.client().send(search)).rejects.toMatchObject({
        name: 'ThrottlingException',
        message: 'Rate exceeded',
      });
    }
    await expect(aws.client().send(search)).resolves.toBeDefined();

    aws.faults.set([{ kind: 'throttle', times: 10 }]);
    aws.calls.length = 0;
    await expect(
      aws.client(undefined, { attempts: 3 }).send(search),
    ).rejects.toMatchObject({ name: 'ThrottlingException' });
    expect(aws.calls).toHaveLength(3);
  });

  it('answers 503 in HTML, which the client retries', async () => {
    aws.faults.set([{ kind: 'html503' }]);
    await expect(aws.client().send(search)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 503 },
    });
    aws.faults.set([{ kind: 'html503' }]);
    await expect(
      aws.client(undefined, { attempts: 2 }).send(search),
    ).resolves.toBeDefined();
  });

  it('hangs without doing anything', async () => {
    const command = await launch('orders');
    aws.faults.set([{ kind: 'hang', operation: 'ProvisionProduct' }]);
    await expect(aws.client().send(command)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
    expect(await all()).toEqual([]);
  });

  it.each(['acceptThenDrop', 'acceptThenHang'] as const)(
    'gives the same record for the same token after %s, and provisions once',
    async kind => {
      const command = await launch('orders');
      aws.faults.set([{ kind, operation: 'ProvisionProduct' }]);
      await expect(aws.client().send(command)).rejects.toThrow();
      const [accepted] = await all();
      const { RecordDetail } = await aws.client().send(command);
      expect(RecordDetail?.RecordId).toBe(accepted.LastRecordId);
      expect(await all()).toHaveLength(1);
    },
  );

  it('lets the client itself bring a dropped call to its end', async () => {
    const command = await launch('orders');
    aws.faults.set([{ kind: 'acceptThenDrop', operation: 'ProvisionProduct' }]);
    const { RecordDetail } = await aws
      .client(undefined, { attempts: 3 })
      .send(command);
    expect(RecordDetail?.Status).toBe('CREATED');
    expect(await all()).toHaveLength(1);
  });

  it('fails a create, an update and a terminate', async () => {
    aws.faults.set([{ kind: 'fail', operation: 'ProvisionProduct' }]);
    const failed = await aws.provision('Message queue', 'failed');
    aws.pass(60);
    expect(await aws.statuses(failed)).toEqual(['FAILED', 'ERROR']);

    const id = await aws.provisioned('Message queue', 'orders');
    aws.faults.set([
      { kind: 'fail', operation: 'UpdateProvisionedProduct' },
      { kind: 'fail', operation: 'TerminateProvisionedProduct' },
    ]);
    const update = await aws.client().send(
      new UpdateProvisionedProductCommand({
        ProvisionedProductId: id,
        UpdateToken: 'update-1',
      }),
    );
    aws.pass(60);
    expect(await aws.statuses(update.RecordDetail!)).toEqual([
      'FAILED',
      'TAINTED',
    ]);
    const end = await aws.client().send(
      new TerminateProvisionedProductCommand({
        ProvisionedProductId: id,
        TerminateToken: 'terminate-1',
      }),
    );
    aws.pass(60);
    expect((await aws.statuses(end.RecordDetail!))[0]).toBe('FAILED');
  });

  it('leaves a record in progress for good', async () => {
    aws.faults.set([{ kind: 'stuck', operation: 'ProvisionProduct' }]);
    const record = await aws.provision('Message queue', 'orders');
    aws.pass(1_000_000);
    expect(await aws.statuses(record)).toEqual(['IN_PROGRESS', 'UNDER_CHANGE']);
  });

  it('reads what was true some time ago', async () => {
    await aws.provisioned('Message queue', 'orders');
    aws.faults.set([
      {
        kind: 'staleRead',
        operation: 'ScanProvisionedProducts',
        lagMs: 3_600_000,
      },
      {
        kind: 'staleRead',
        operation: 'ListRecordHistory',
        lagMs: 59_000,
      },
    ]);
    expect(await all()).toEqual([]);
    expect(await all()).toHaveLength(1);
    const { RecordDetails } = await aws
      .client()
      .send(new ListRecordHistoryCommand(mine));
    expect(RecordDetails?.[0].Status).toBe('IN_PROGRESS');
  });

  it('meets the n-th call of one operation in one account', async () => {
    aws.faults.set([
      { kind: 'accessDenied', account: '444455556666', call: 2, times: 1 },
    ]);
    const production = aws.client('SANDBOXPORTALPRODUCTION');
    await aws.client().send(search);
    await production.send(search);
    await expect(production.send(search)).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    await expect(production.send(search)).resolves.toBeDefined();
  });

  it('can be set from another process', async () => {
    const put = (path: string, body: unknown) =>
      fetch(`${aws.url}/_sandbox/${path}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await put('faults', [{ kind: 'throttle' }])).status).toBe(200);
    await expect(aws.client().send(search)).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
    const wrong = await put('faults', [{ kind: 'earthquake' }]);
    expect(wrong.status).toBe(400);
    expect((await put('withdrawn', ['Message queue'])).status).toBe(204);
    const { ProductViewSummaries } = await aws.client().send(search);
    expect(ProductViewSummaries?.map(({ Name }) => Name)).not.toContain(
      'Message queue',
    );
  });
});
