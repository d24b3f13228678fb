import {
  CloudFormationClient,
  CreateChangeSetCommand,
  CreateChangeSetCommandInput,
  DeleteStackCommand,
  DescribeChangeSetCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  GetTemplateSummaryCommand,
  ListStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { TestAws } from '../__testUtils__/TestAws';

const TEMPLATE = `# ü “quoted” & <escaped>\r
Parameters:
  Name: {Type: String, Default: orders}
Resources:
  Queue:
    Type: AWS::SQS::Queue
    Properties: {QueueName: !Ref Name}


`;

describe('CloudFormation', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeEach(async () => {
    aws = await TestAws.start();
  });
  afterEach(() => aws.end());

  const client = (accessKeyId = 'SANDBOXDEPLOYPRODUCTION') =>
    new CloudFormationClient({
      endpoint: aws.url,
      region: 'eu-central-1',
      maxAttempts: 1,
      credentials: { accessKeyId, secretAccessKey: 'sandbox' },
    });
  const names = { StackName: 'orders', ChangeSetName: 'first' };
  const create = (
    more: Partial<CreateChangeSetCommandInput> = {},
    key?: string,
  ) =>
    client(key).send(
      new CreateChangeSetCommand({
        ...names,
        ChangeSetType: 'CREATE',
        TemplateBody: TEMPLATE,
        Parameters: [],
        Tags: [{ Key: 'paved-road:entity', Value: 'component:default/orders' }],
        ...more,
      }),
    );
  const execute = (ChangeSetName = 'first') =>
    client().send(new ExecuteChangeSetCommand({ ...names, ChangeSetName }));
  const stack = async () => {
    const { Stacks } = await client().send(
      new DescribeStacksCommand({ StackName: 'orders' }),
    );
    return Stacks![0];
  };
  const template = async () => {
    const { TemplateBody } = await client().send(
      new GetTemplateCommand({ StackName: 'orders' }),
    );
    return TemplateBody;
  };

  it('makes a stack by a change set, and gives its template back byte for byte', async () => {
    await expect(stack()).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Stack with id orders does not exist',
    });
    const { StackId } = await create();
    expect(StackId).toContain(
      'arn:aws:cloudformation:eu-central-1:444455556666:stack/orders/stack-sandbox',
    );
    aws.pass(5);
    const changeSet = await client().send(new DescribeChangeSetCommand(names));
    expect(changeSet).toMatchObject({
      Status: 'CREATE_COMPLETE',
      ExecutionStatus: 'AVAILABLE',
      Changes: [
        { ResourceChange: { Action: 'Add', LogicalResourceId: 'Queue' } },
      ],
    });
    expect((await stack()).StackStatus).toBe('REVIEW_IN_PROGRESS');
    await execute();
    expect((await stack()).StackStatus).toBe('CREATE_IN_PROGRESS');
    aws.pass(60);
    await aws.restart();
    expect(await stack()).toMatchObject({
      StackStatus: 'CREATE_COMPLETE',
      Parameters: [{ ParameterKey: 'Name', ParameterValue: 'orders' }],
      Tags: [{ Key: 'paved-road:entity', Value: 'component:default/orders' }],
    });
    expect(await template()).toBe(TEMPLATE);
    const { StackEvents } = await client().send(
      new DescribeStackEventsCommand({ StackName: 'orders' }),
    );
    expect(StackEvents?.map(({ ResourceStatus }) => ResourceStatus)).toEqual([
      'CREATE_COMPLETE',
      'CREATE_COMPLETE',
      'CREATE_IN_PROGRESS',
    ]);
  });

  it('tells what a template asks for, and what a change set would bring', async () => {
    await create();
    const { TemplateBody } = await client().send(
      new GetTemplateCommand({ ...names, TemplateStage: 'Processed' }),
    );
    expect(TemplateBody).toBe(TEMPLATE);
    const summary = await client().send(
      new GetTemplateSummaryCommand({
        TemplateBody: `Transform: AWS::Serverless-2016-10-31\n${TEMPLATE}`,
      }),
    );
    expect(summary).toMatchObject({
      Parameters: [{ ParameterKey: 'Name', DefaultValue: 'orders' }],
      ResourceTypes: ['AWS::SQS::Queue'],
      DeclaredTransforms: ['AWS::Serverless-2016-10-31'],
    });
  });

  it('updates it, and says where there is nothing to change', async () => {
    await create();
    aws.pass(5);
    await execute();
    aws.pass(60);
    const update = (ChangeSetName: string, TemplateBody: string) =>
      create({ ChangeSetName, ChangeSetType: 'UPDATE', TemplateBody });
    await update('same', TEMPLATE);
    await update('other', TEMPLATE.replace('!Ref Name', 'other'));
    aws.pass(5);
    const { Status, StatusReason } = await client().send(
      new DescribeChangeSetCommand({ ...names, ChangeSetName: 'same' }),
    );
    expect(Status).toBe('FAILED');
    expect(StatusReason).toContain("didn't contain changes");
    await expect(execute('same')).rejects.toMatchObject({
      name: 'InvalidChangeSetStatusException',
    });
    await execute('other');
    aws.pass(60);
    expect((await stack()).StackStatus).toBe('UPDATE_COMPLETE');
    expect(await template()).toContain('QueueName: other');
  });

  it('keeps the template where an update is rolled back', async () => {
    await create();
    aws.pass(5);
    await execute();
    aws.pass(60);
    const TemplateBody = TEMPLATE.replace('!Ref Name', 'other');
    await create({
      ...{ ChangeSetName: 'second', ChangeSetType: 'UPDATE', TemplateBody },
    });
    aws.pass(5);
    aws.faults.set([{ kind: 'fail', operation: 'ExecuteChangeSet' }]);
    await execute('second');
    aws.pass(60);
    expect((await stack()).StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(await template()).toBe(TEMPLATE);
  });

  it('takes a stack away that could not be made, where that was asked for', async () => {
    await create({ OnStackFailure: 'DELETE' });
    aws.pass(5);
    aws.faults.set([{ kind: 'fail', operation: 'ExecuteChangeSet' }]);
    const { StackId } = await stack();
    await execute();
    aws.pass(60);
    await expect(stack()).rejects.toThrow('does not exist');
    const { Stacks } = await client().send(
      new DescribeStacksCommand({ StackName: StackId }),
    );
    expect(Stacks).toMatchObject([
      {
        StackStatus: 'DELETE_COMPLETE',
        StackStatusReason: expect.stringContaining('fault script'),
      },
    ]);
    await create();
    await expect(
      create({
        ...{ ChangeSetName: 'second', ChangeSetType: 'UPDATE' },
        OnStackFailure: 'DELETE',
      }),
    ).rejects.toThrow('only valid for a change set of the type CREATE');
  });

  it('lets nobody but the pipeline change production', async () => {
    await expect(create({}, 'SANDBOXPORTALPRODUCTION')).rejects.toMatchObject({
      message: expect.stringContaining('explicit deny'),
      $metadata: { httpStatusCode: 403 },
    });
    await create();
    aws.pass(5);
    await execute();
    aws.pass(60);
    const steward = client('SANDBOXSTEWARDPRODUCTION');
    await expect(
      steward.send(new DeleteStackCommand({ StackName: 'orders' })),
    ).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    // Reading stays free, and so does development, where it is another account's.
    const { StackSummaries } = await steward.send(new ListStacksCommand({}));
    expect(StackSummaries).toHaveLength(1);
    await create({}, 'SANDBOXPORTALDEVELOPMENT');
  });

  it.each([
    [
      'a parameter without a value',
      'Name: {Type: String}',
      /\[Name\] must have values/,
    ],
    [
      'a value that is not allowed',
      'Name: {Type: String, Default: a, MinLength: 3}',
      /constraint/,
    ],
  ])('refuses %s', async (_, declared, message) => {
    const TemplateBody = TEMPLATE.replace(
      'Name: {Type: String, Default: orders}',
      declared,
    );
    await expect(create({ TemplateBody })).rejects.toThrow(message);
  });

  it.each([
    [
      'what is no template',
      { TemplateBody: 'nothing' },
      /Template format error/,
    ],
    [
      'a parameter that there isn’t',
      { Parameters: [{ ParameterKey: 'X', ParameterValue: '1' }] },
      /do not exist/,
    ],
    [
      'a template in S3',
      { TemplateBody: undefined, TemplateURL: 'https://s3.example/x' },
      /no S3/,
    ],
    ['a name with a path in it', { StackName: '../x' }, /stackName/],
    [
      'IAM that nobody has agreed to',
      { TemplateBody: 'Resources: {R: {Type: "AWS::IAM::Role"}}' },
      /CAPABILITY_IAM/,
    ],
    [
      'an update of what is not there',
      { ChangeSetType: 'UPDATE' as const },
      /does not exist/,
    ],
  ])('refuses %s', async (_, more, message) => {
    await expect(create(more)).rejects.toThrow(message);
  });

  it('deletes a stack, and makes it anew by its name', async () => {
    await create();
    aws.pass(5);
    await execute();
    aws.pass(60);
    await client().send(new DeleteStackCommand({ StackName: 'orders' }));
    aws.pass(60);
    await expect(stack()).rejects.toThrow('does not exist');
    await expect(create()).resolves.toBeDefined();
  });
});
