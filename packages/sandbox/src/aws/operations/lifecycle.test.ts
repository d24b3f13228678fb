import {
  ExecuteProvisionedProductServiceActionCommand,
  GetProvisionedProductOutputsCommand,
  ListServiceActionsForProvisioningArtifactCommand,
  TerminateProvisionedProductCommand,
  UpdateProvisionedProductCommand,
} from '@aws-sdk/client-service-catalog';
import { parametersFrom, TestAws } from '../__testUtils__/TestAws';

/** Every row of the table of states, through AWS's own client. */
describe('the life of a provisioned product', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeEach(async () => {
    aws = await TestAws.start();
  });
  afterEach(() => aws.end());

  const update = async (
    ProvisionedProductId: string,
    product: string,
    version: string,
    token = 'update-1',
  ) => {
    const { ProvisioningArtifactId, ProductId } = await aws.launchOf(
      product,
      version,
    );
    const { RecordDetail } = await aws.client().send(
      new UpdateProvisionedProductCommand({
        ProvisionedProductId,
        ProductId,
        ProvisioningArtifactId,
        UpdateToken: token,
      }),
    );
    return RecordDetail!;
  };

  const terminate = async (
    ProvisionedProductId: string,
    more: { IgnoreErrors?: boolean } = {},
  ) => {
    const { RecordDetail } = await aws.client().send(
      new TerminateProvisionedProductCommand({
        ProvisionedProductId,
        TerminateToken: `terminate-${aws.now}`,
        ...more,
      }),
    );
    return RecordDetail!;
  };

  it('is CREATED, then IN_PROGRESS, and under change, and then available', async () => {
    const record = await aws.provision('Message queue', 'orders');
    expect(record).toMatchObject({
      Status: 'CREATED',
      RecordType: 'PROVISION_PRODUCT',
      LaunchRoleArn: 'arn:aws:iam::111122223333:role/sandbox-launch-queue',
    });
    expect(await aws.statuses(record)).toEqual(['CREATED', 'UNDER_CHANGE']);
    aws.pass(2);
    expect(await aws.statuses(record)).toEqual(['IN_PROGRESS', 'UNDER_CHANGE']);
    aws.pass(20);
    expect(await aws.statuses(record)).toEqual(['SUCCEEDED', 'AVAILABLE']);
    expect(
      await aws.provisionedProduct(record.ProvisionedProductId),
    ).toMatchObject({
      LastRecordId: record.RecordId,
      LastSuccessfulProvisioningRecordId: record.RecordId,
    });
  });

  it('is in ERROR when its create has failed, and has no outputs', async () => {
    const record = await aws.provision('Customer website', 'www');
    aws.pass(60);
    expect(await aws.statuses(record)).toEqual(['FAILED', 'ERROR']);
    const { RecordErrors } = await aws.record(record.RecordId);
    expect(RecordErrors?.[0].Description).toMatch(/already exists/);
    const { ProvisionedProductId } = record;
    const { StatusMessage } = await aws.provisionedProduct(
      ProvisionedProductId,
    );
    expect(StatusMessage).toMatch(/already exists/);
    await expect(
      aws
        .client()
        .send(
          new GetProvisionedProductOutputsCommand({ ProvisionedProductId }),
        ),
    ).rejects.toMatchObject({
      name: 'InvalidParametersException',
      message: "Last Successful Provisioning Record doesn't exist.",
    });
  });

  it('accepts a launch without its required parameters, which fails then', async () => {
    const record = await aws.provision('Message queue', 'orders', {
      ProvisioningParameters: [],
    });
    aws.pass(60);
    const { Status, StatusMessage } = await aws.provisionedProduct(
      record.ProvisionedProductId,
    );
    expect(Status).toBe('ERROR');
    expect(StatusMessage).toMatch(
      /AmazonCloudFormationException {2}Parameters: \[QueueName\] must have values/,
    );
  });

  it('goes from version to version', async () => {
    const id = await aws.provisioned('Key-value table', 'orders', 'v1.0');
    const record = await update(id, 'Key-value table', 'v1.1');
    expect(record.RecordType).toBe('UPDATE_PROVISIONED_PRODUCT');
    expect(await aws.statuses(record)).toEqual(['CREATED', 'UNDER_CHANGE']);
    aws.pass(60);
    expect(await aws.statuses(record)).toEqual(['SUCCEEDED', 'AVAILABLE']);
    const { ProvisioningArtifactId } = await aws.provisionedProduct(id);
    expect(ProvisioningArtifactId).toBe(record.ProvisioningArtifactId);
  });

  it('is TAINTED when its update was rolled back, keeps its version, and can be operated on', async () => {
    const id = await aws.provisioned('Key-value table', 'orders', 'v1.0');
    const before = await aws.provisionedProduct(id);
    const record = await update(id, 'Key-value table', 'v2.0');
    aws.pass(2);
    expect(await aws.statuses(record)).toEqual(['IN_PROGRESS', 'UNDER_CHANGE']);
    aws.pass(6);
    expect(await aws.statuses(record)).toEqual([
      'IN_PROGRESS_IN_ERROR',
      'UNDER_CHANGE',
    ]);
    aws.pass(60);
    expect(await aws.statuses(record)).toEqual(['FAILED', 'TAINTED']);
    expect(await aws.provisionedProduct(id)).toMatchObject({
      ProvisioningArtifactId: before.ProvisioningArtifactId,
      StatusMessage: expect.stringContaining('cannot update a stack'),
    });
    const repair = await update(id, 'Key-value table', 'v1.1', 'update-2');
    aws.pass(60);
    expect(await aws.statuses(repair)).toEqual(['SUCCEEDED', 'AVAILABLE']);
  });

  it('can not be updated when it was never made', async () => {
    const { ProvisionedProductId } = await aws.provision(
      'Customer website',
      'www',
    );
    aws.pass(60);
    const record = await update(
      ProvisionedProductId!,
      'Customer website',
      'v1.0',
    );
    aws.pass(60);
    expect(await aws.statuses(record)).toEqual(['FAILED', 'ERROR']);
  });

  it('is not found after its end, while its record is', async () => {
    const id = await aws.provisioned('Message queue', 'orders');
    const record = await terminate(id);
    expect(await aws.statuses(record)).toEqual(['CREATED', 'UNDER_CHANGE']);
    aws.pass(60);
    expect((await aws.record(record.RecordId)).Status).toBe('SUCCEEDED');
    await expect(aws.provisionedProduct(id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(terminate(id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
    await expect(
      aws.provision('Message queue', 'orders', { ProvisionToken: 'again' }),
    ).resolves.toBeDefined();
  });

  it('ends in spite of errors where they are to be ignored', async () => {
    const id = await aws.provisioned('Message queue', 'orders');
    aws.faults.set([{ kind: 'fail' }]);
    await terminate(id, { IgnoreErrors: true });
    aws.pass(60);
    await expect(aws.provisionedProduct(id)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('runs the service actions of its version, and is what it was afterwards', async () => {
    const id = await aws.provisioned('Message queue', 'orders');
    const { ProductId, ProvisioningArtifactId } = await aws.provisionedProduct(
      id,
    );
    const { ServiceActionSummaries = [] } = await aws.client().send(
      new ListServiceActionsForProvisioningArtifactCommand({
        ProductId,
        ProvisioningArtifactId,
      }),
    );
    expect(ServiceActionSummaries.map(({ Name }) => Name)).toEqual([
      'RedriveDeadLetters',
      'PurgeQueue',
    ]);
    const results = [];
    for (const { Id } of ServiceActionSummaries) {
      const { RecordDetail } = await aws.client().send(
        new ExecuteProvisionedProductServiceActionCommand({
          ProvisionedProductId: id,
          ServiceActionId: Id,
          ExecuteToken: `execute-${Id}`,
        }),
      );
      expect((await aws.provisionedProduct(id)).Status).toBe('UNDER_CHANGE');
      aws.pass(60);
      results.push(await aws.statuses(RecordDetail!));
    }
    expect(results).toEqual([
      ['SUCCEEDED', 'AVAILABLE'],
      ['FAILED', 'AVAILABLE'],
    ]);
  });

  it('keeps the values that an update does not touch', async () => {
    const launch = await aws.launchOf('Message queue');
    const id = await aws.provisioned('Message queue', 'orders');
    const { RecordDetail } = await aws.client().send(
      new UpdateProvisionedProductCommand({
        ProvisionedProductId: id,
        ProductId: launch.ProductId,
        ProvisioningArtifactId: launch.ProvisioningArtifactId,
        ProvisioningParameters: [
          { Key: 'QueueName', UsePreviousValue: true },
          ...parametersFrom({ VisibilitySeconds: '60' }),
        ],
        UpdateToken: 'update-1',
      }),
    );
    aws.pass(60);
    expect(await aws.statuses(RecordDetail!)).toEqual([
      'SUCCEEDED',
      'AVAILABLE',
    ]);
    const { Outputs } = await aws
      .client()
      .send(
        new GetProvisionedProductOutputsCommand({ ProvisionedProductId: id }),
      );
    expect(Outputs).toContainEqual(
      expect.objectContaining({
        OutputKey: 'QueueArn',
        OutputValue: 'arn:aws:sqs:eu-central-1:111122223333:sandbox-orders',
      }),
    );
  });
});
