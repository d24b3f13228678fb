import {
  CreateProvisionedProductPlanCommand,
  CreateProvisionedProductPlanCommandInput,
  DeleteProvisionedProductPlanCommand,
  DescribeProvisionedProductPlanCommand,
  ExecuteProvisionedProductPlanCommand,
  ListProvisionedProductPlansCommand,
} from '@aws-sdk/client-service-catalog';
import { parametersFrom, TestAws } from '../__testUtils__/TestAws';

describe('plans', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeEach(async () => {
    aws = await TestAws.start();
  });
  afterEach(() => aws.end());

  const create = async (
    product: string,
    version: string,
    name: string,
    more: Partial<CreateProvisionedProductPlanCommandInput> = {},
  ) => {
    const launch = await aws.launchOf(product, version);
    return aws.client().send(
      new CreateProvisionedProductPlanCommand({
        PlanName: 'before-launch',
        PlanType: 'CLOUDFORMATION',
        ProvisionedProductName: name,
        IdempotencyToken: `plan-${name}-${version.replace('.', '_')}`,
        ...launch,
        ...more,
      } as CreateProvisionedProductPlanCommandInput),
    );
  };

  const describePlan = (PlanId?: string) =>
    aws.client().send(new DescribeProvisionedProductPlanCommand({ PlanId }));

  const statusOf = async (PlanId?: string) =>
    (await describePlan(PlanId)).ProvisionedProductPlanDetails?.Status;

  const execute = (PlanId?: string) =>
    aws.client().send(
      new ExecuteProvisionedProductPlanCommand({
        PlanId,
        IdempotencyToken: `execute-${PlanId}`,
      }),
    );

  it('shows what a new product would add, and provisions it when it is executed', async () => {
    const { PlanId, ProvisionProductId } = await create(
      'Message queue',
      'v1.0',
      'orders',
    );
    expect(await statusOf(PlanId)).toBe('CREATE_IN_PROGRESS');
    expect((await aws.provisionedProduct(ProvisionProductId)).Status).toBe(
      'PLAN_IN_PROGRESS',
    );
    await expect(execute(PlanId)).rejects.toMatchObject({
      name: 'InvalidStateException',
    });
    aws.pass(5);
    const { ProvisionedProductPlanDetails, ResourceChanges } =
      await describePlan(PlanId);
    expect(ProvisionedProductPlanDetails?.Status).toBe('CREATE_SUCCESS');
    expect(ResourceChanges).toContainEqual(
      expect.objectContaining({
        Action: 'ADD',
        LogicalResourceId: 'Queue',
        ResourceType: 'AWS::SQS::Queue',
      }),
    );

    const { RecordDetail } = await execute(PlanId);
    const { RecordDetail: again } = await execute(PlanId);
    expect(again?.RecordId).toBe(RecordDetail?.RecordId);
    expect(RecordDetail?.RecordType).toBe('PROVISION_PRODUCT');
    expect(await statusOf(PlanId)).toBe('EXECUTE_IN_PROGRESS');
    aws.pass(60);
    expect(await statusOf(PlanId)).toBe('EXECUTE_SUCCESS');
    expect(await aws.statuses(RecordDetail!)).toEqual([
      'SUCCEEDED',
      'AVAILABLE',
    ]);
  });

  it('shows what an update would change, and which resource it replaces', async () => {
    const id = await aws.provisioned('Key-value table', 'orders', 'v1.0');
    const { PlanId, ProvisionProductId } = await create(
      'Key-value table',
      'v2.0',
      'orders',
    );
    expect(ProvisionProductId).toBe(id);
    aws.pass(5);
    expect((await aws.provisionedProduct(id)).Status).toBe('AVAILABLE');
    const { ResourceChanges } = await describePlan(PlanId);
    expect(ResourceChanges).toEqual([
      expect.objectContaining({
        Action: 'MODIFY',
        LogicalResourceId: 'Table',
        Replacement: 'TRUE',
        Scope: ['PROPERTIES'],
      }),
    ]);
    const { RecordDetail } = await execute(PlanId);
    aws.pass(60);
    expect(await statusOf(PlanId)).toBe('EXECUTE_FAILED');
    expect(await aws.statuses(RecordDetail!)).toEqual(['FAILED', 'TAINTED']);
  });

  it('sees what another parameter changes, and nothing where nothing changes', async () => {
    await aws.provisioned('Message queue', 'orders');
    const same = await create('Message queue', 'v1.0', 'orders');
    const other = await create('Message queue', 'v1.0', 'orders', {
      IdempotencyToken: 'other',
      ProvisioningParameters: [
        { Key: 'QueueName', UsePreviousValue: true },
        ...parametersFrom({ VisibilitySeconds: '60' }),
      ],
    });
    aws.pass(5);
    expect((await describePlan(same.PlanId)).ResourceChanges).toEqual([]);
    const { ResourceChanges = [] } = await describePlan(other.PlanId);
    expect(ResourceChanges.map(change => change.LogicalResourceId)).toEqual([
      'Queue',
    ]);
    expect(ResourceChanges[0].Details?.[0].Target?.Name).toBe(
      'VisibilityTimeout',
    );
    expect(ResourceChanges[0].Replacement).toBe('CONDITIONAL');
  });

  it('is the same plan for the same token, and can be listed', async () => {
    const first = await create('Message queue', 'v1.0', 'orders');
    const second = await create('Message queue', 'v1.0', 'orders');
    expect(second.PlanId).toBe(first.PlanId);
    const { ProvisionedProductPlans } = await aws.client().send(
      new ListProvisionedProductPlansCommand({
        ProvisionProductId: first.ProvisionProductId,
      }),
    );
    expect(ProvisionedProductPlans).toHaveLength(1);
  });

  it('takes the product that it was made for with it', async () => {
    const { PlanId, ProvisionProductId } = await create(
      'Message queue',
      'v1.0',
      'orders',
    );
    await aws
      .client()
      .send(new DeleteProvisionedProductPlanCommand({ PlanId }));
    await expect(
      aws.provisionedProduct(ProvisionProductId),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(statusOf(PlanId)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('fails without the required parameters, and then can not be executed', async () => {
    const { PlanId } = await create('Message queue', 'v1.0', 'orders', {
      ProvisioningParameters: [],
    });
    aws.pass(5);
    const { ProvisionedProductPlanDetails: plan } = await describePlan(PlanId);
    expect(plan).toMatchObject({
      Status: 'CREATE_FAILED',
      StatusMessage: 'Parameters: [QueueName] must have values',
    });
    await expect(execute(PlanId)).rejects.toMatchObject({
      name: 'InvalidStateException',
    });
  });
});
