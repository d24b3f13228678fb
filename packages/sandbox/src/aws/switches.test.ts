import {
  ProvisionProductCommand,
  TerminateProvisionedProductCommand,
  UpdateProvisionedProductCommand,
} from '@aws-sdk/client-service-catalog';
import { parametersFrom, TestAws } from './__testUtils__/TestAws';

/** What is not known of AWS, under each setting. */
describe('the switches', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeEach(async () => {
    aws = await TestAws.start();
  });
  afterEach(() => aws.end());

  it.each([
    'InvalidParametersException',
    'DuplicateResourceException',
  ] as const)('refuses a name that is taken by %s', async nameClash => {
    aws.set({ nameClash });
    await aws.provision('Message queue', 'orders');
    await expect(
      aws.provision('Message queue', 'orders', { ProvisionToken: 'other' }),
    ).rejects.toMatchObject({ name: nameClash });
  });

  it.each(['InvalidParametersException', 'InvalidStateException'] as const)(
    'refuses an operation on what is under change by %s',
    async duringChange => {
      aws.set({ duringChange });
      const { ProvisionedProductId } = await aws.provision(
        'Message queue',
        'orders',
      );
      await expect(
        aws.client().send(
          new TerminateProvisionedProductCommand({
            ProvisionedProductId,
            TerminateToken: 'terminate-1',
          }),
        ),
      ).rejects.toMatchObject({ name: duringChange });
    },
  );

  it('gives the first record to a token that comes with other parameters', async () => {
    aws.set({ sameTokenOtherParameters: 'replay' });
    const first = await aws.provision('Message queue', 'orders');
    const second = await aws.provision('Message queue', 'other', {
      ProvisionToken: 'token-orders',
    });
    expect(second.RecordId).toBe(first.RecordId);
  });

  it('or refuses a token that comes with other parameters', async () => {
    aws.set({ sameTokenOtherParameters: 'InvalidParametersException' });
    const first = await aws.provision('Message queue', 'orders');
    await expect(
      aws.provision('Message queue', 'other', {
        ProvisionToken: 'token-orders',
      }),
    ).rejects.toMatchObject({ name: 'InvalidParametersException' });
    const again = await aws.provision('Message queue', 'orders');
    expect(again.RecordId).toBe(first.RecordId);
  });

  it.each([
    ['asAccepted', 'CREATED'],
    ['asNow', 'SUCCEEDED'],
  ] as const)('replays a record %s', async (replayedRecord, status) => {
    aws.set({ replayedRecord });
    await aws.provision('Message queue', 'orders');
    aws.pass(60);
    const again = await aws.provision('Message queue', 'orders');
    expect(again.Status).toBe(status);
  });

  describe.each([
    ['the pattern', { QueueName: 'not a name' }],
    ['the largest value', { QueueName: 'q', DeliveryAttempts: '1001' }],
    ['the type', { QueueName: 'q', DeliveryAttempts: 'five' }],
    ['the allowed values', { QueueName: 'q', Environment: 'elsewhere' }],
    ['the length', { QueueName: 'q'.repeat(61) }],
    ['the parameters that there are', { QueueName: 'q', Colour: 'red' }],
    [
      'a template constraint',
      { QueueName: 'q', Environment: 'production', RetentionSeconds: '60' },
    ],
  ])('for a value against %s', (_, values) => {
    const launch = () =>
      aws.provision('Message queue', 'orders', {
        ProvisioningParameters: parametersFrom(
          values as Record<string, string>,
        ),
      });

    it('finds it at once', async () => {
      aws.set({ invalidParameterValue: 'atOnce' });
      await expect(launch()).rejects.toMatchObject({
        name: 'InvalidParametersException',
      });
    });

    it('or finds it later', async () => {
      aws.set({ invalidParameterValue: 'later' });
      const record = await launch();
      aws.pass(60);
      expect(await aws.statuses(record)).toEqual(['FAILED', 'ERROR']);
    });
  });

  it('refuses a parameter that is given twice', async () => {
    await expect(
      aws.provision('Message queue', 'orders', {
        ProvisioningParameters: [
          { Key: 'QueueName', Value: 'a' },
          { Key: 'QueueName', Value: 'a' },
        ],
      }),
    ).rejects.toMatchObject({ name: 'InvalidParametersException' });
  });

  it.each([
    ['previous', 'SUCCEEDED'],
    ['default', 'FAILED'],
  ] as const)(
    'takes the %s value of a parameter that an update leaves out',
    async (omittedOnUpdate, status) => {
      aws.set({ omittedOnUpdate });
      const id = await aws.provisioned('Message queue', 'orders');
      const { RecordDetail } = await aws.client().send(
        new UpdateProvisionedProductCommand({
          ProvisionedProductId: id,
          UpdateToken: 'update-1',
        }),
      );
      aws.pass(60);
      const { Status } = await aws.record(RecordDetail?.RecordId);
      expect(Status).toBe(status);
    },
  );

  it.each(['TAINTED', 'ERROR'] as const)(
    'leaves %s after a terminate that has failed',
    async afterFailedTerminate => {
      aws.set({ afterFailedTerminate });
      const id = await aws.provisioned('Message queue', 'orders');
      aws.faults.set([{ kind: 'fail' }]);
      await aws.client().send(
        new TerminateProvisionedProductCommand({
          ProvisionedProductId: id,
          TerminateToken: 'terminate-1',
        }),
      );
      aws.pass(60);
      const { Status } = await aws.provisionedProduct(id);
      expect(Status).toBe(afterFailedTerminate);
    },
  );

  it('lets reads lag behind writes, and never writes', async () => {
    aws.set({ readLagMs: 5_000 });
    const launch = new ProvisionProductCommand({
      ...(await aws.launchOf('Message queue')),
      ProvisionedProductName: 'orders',
      ProvisionToken: 'token-orders',
    });
    const { RecordDetail } = await aws.client().send(launch);
    await expect(aws.statuses(RecordDetail!)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    const again = await aws.client().send(launch);
    expect(again.RecordDetail?.RecordId).toBe(RecordDetail?.RecordId);
    aws.pass(5);
    expect(await aws.statuses(RecordDetail!)).toEqual([
      'CREATED',
      'UNDER_CHANGE',
    ]);
  });
});
