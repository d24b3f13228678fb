import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DescribeProductCommand,
  DescribeProvisioningArtifactCommand,
  DescribeProvisioningParametersCommand,
  ListLaunchPathsCommand,
  SearchProductsCommand,
  SearchProductsCommandInput,
} from '@aws-sdk/client-service-catalog';
import { PRODUCTS, TestAws } from '../__testUtils__/TestAws';

describe('browsing', () => {
  jest.setTimeout(60_000);
  let aws: TestAws;

  beforeAll(async () => {
    aws = await TestAws.start();
  });
  afterAll(() => aws.end());
  afterEach(() => aws.withdraw([]));

  const names = async (input: SearchProductsCommandInput = {}, key?: string) =>
    (
      await aws.client(key).send(new SearchProductsCommand(input))
    ).ProductViewSummaries?.map(({ Name }) => Name);

  const formOf = async (product: string, version?: string) => {
    const { ProvisioningParameters: _, ...ids } = await aws.launchOf(
      product,
      version,
    );
    return aws.client().send(new DescribeProvisioningParametersCommand(ids));
  };

  it('finds products by words, owner and in the order that is asked for', async () => {
    expect(await names()).toEqual([
      'Customer website',
      'Encrypted bucket',
      'Key-value table',
      'Message queue',
      'Platform pipeline',
      'PostgreSQL database',
    ]);
    expect(await names({ Filters: { FullTextSearch: ['sqs QUEUE'] } })).toEqual(
      ['Message queue'],
    );
    expect(
      await names({
        Filters: { Owner: ['Customer Data'] },
        SortOrder: 'DESCENDING',
      }),
    ).toEqual(['PostgreSQL database', 'Key-value table']);
    expect((await names({ SortBy: 'VersionCount' }))?.at(-1)).toMatch(
      /Encrypted bucket|Key-value table/,
    );
  });

  it('shows each principal the portfolios that it is given', async () => {
    expect(await names({}, 'SANDBOXPORTALPRODUCTION')).toEqual([
      'Customer website',
      'Encrypted bucket',
      'Message queue',
      'Platform pipeline',
    ]);
    expect(await names({}, 'SANDBOXSTEWARDPRODUCTION')).toEqual([
      'Encrypted bucket',
      'Key-value table',
      'PostgreSQL database',
    ]);
    expect(await names({}, 'SANDBOXVISITORDEVELOPMENT')).toEqual([]);
  });

  it('marks versions that are deprecated, and tells whom to ask', async () => {
    const found = await aws
      .client()
      .send(new DescribeProductCommand({ Name: 'Encrypted bucket' }));
    expect(
      found.ProvisioningArtifacts?.map(({ Name, Guidance }) => [
        Name,
        Guidance,
      ]),
    ).toEqual([
      ['v1.0', 'DEPRECATED'],
      ['v2.0', 'DEFAULT'],
      ['v2.1', 'DEFAULT'],
    ]);
    expect(found.ProductViewSummary).toMatchObject({
      SupportEmail: 'platform@meridian.example',
      HasDefaultPath: false,
    });
    expect(found.Budgets).toEqual([{ BudgetName: 'buckets' }]);
    await expect(
      aws.provision('Encrypted bucket', 'old', { version: 'v1.0' }),
    ).rejects.toMatchObject({ name: 'InvalidParametersException' });
  });

  it('wants the path to be chosen where there is more than one', async () => {
    const { ProductId } = await aws.launchOf('Encrypted bucket');
    const { LaunchPathSummaries } = await aws
      .client()
      .send(new ListLaunchPathsCommand({ ProductId }));
    expect(LaunchPathSummaries?.map(({ Name }) => Name)).toEqual([
      'Building blocks',
      'Data stores',
    ]);
    expect(LaunchPathSummaries?.[0].ConstraintSummaries?.[0].Type).toBe(
      'LAUNCH',
    );
    await expect(
      aws.provision('Encrypted bucket', 'receipts', { PathId: undefined }),
    ).rejects.toMatchObject({
      name: 'InvalidParametersException',
      message:
        'More than one launch path ids exist. Please specify the launch path id',
    });
    await expect(
      aws
        .client('SANDBOXVISITORDEVELOPMENT')
        .send(new ListLaunchPathsCommand({ ProductId })),
    ).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `No launch paths found for resource: ${ProductId}`,
    });
  });

  it('describes parameters of all kinds, with their limits as strings', async () => {
    const { ProvisioningArtifactParameters = [] } = await formOf(
      'PostgreSQL database',
    );
    const byKey = new Map(
      ProvisioningArtifactParameters.map(parameter => [
        parameter.ParameterKey,
        parameter,
      ]),
    );
    expect(byKey.get('MasterPassword')).toMatchObject({
      IsNoEcho: true,
      ParameterConstraints: { MinLength: '16', MaxLength: '128' },
    });
    expect(byKey.get('StorageGigabytes')).toMatchObject({
      ParameterType: 'Number',
      DefaultValue: '20',
      ParameterConstraints: { MinValue: '20', MaxValue: '65536' },
    });
    expect(byKey.get('InstanceClass')?.ParameterConstraints).toEqual({
      AllowedValues: ['db.t4g.medium', 'db.r7g.large', 'db.r7g.2xlarge'],
    });
    expect(byKey.get('Subnets')).toMatchObject({
      ParameterType: 'List<AWS::EC2::Subnet::Id>',
    });
    expect(byKey.get('Subnets')).not.toHaveProperty('ParameterConstraints');
    expect(byKey.get('AllowedPorts')?.ParameterType).toBe('CommaDelimitedList');
  });

  it('gives groups, labels, rules and constraints with the form', async () => {
    const form = await formOf('Message queue');
    const instruction = (Type: string) =>
      form.UsageInstructions?.find(found => found.Type === Type)?.Value ?? '';
    expect(JSON.parse(instruction('rules'))).toHaveProperty(
      'ProductionKeepsMessages',
    );
    expect(
      JSON.parse(instruction('metadata'))['AWS::CloudFormation::Interface']
        .ParameterLabels.QueueName,
    ).toEqual({ default: 'Name' });
    expect(instruction('launchAsRole')).toBe(
      'arn:aws:iam::111122223333:role/sandbox-launch-queue',
    );
    expect(form.ConstraintSummaries?.map(({ Type }) => Type)).toEqual([
      'LAUNCH',
      'TEMPLATE',
    ]);
    const bucket = await formOf('Encrypted bucket', 'v2.1');
    expect(
      JSON.parse(
        bucket.UsageInstructions?.find(({ Type }) => Type === 'rules')?.Value ??
          '',
      ),
    ).toHaveProperty('ColdLaterThanWarm');
  });

  it('holds tags to the options that portfolio and product have in common', async () => {
    const { TagOptions } = await formOf('Encrypted bucket');
    expect(TagOptions).toEqual([
      { Key: 'CostCentre', Values: ['4200'] },
      { Key: 'DataClass', Values: ['internal', 'confidential'] },
    ]);
    expect((await formOf('Customer website')).TagOptions).toEqual([
      { Key: 'CostCentre', Values: [] },
    ]);
    await expect(
      aws.provision('Encrypted bucket', 'public', {
        Tags: [{ Key: 'DataClass', Value: 'public' }],
      }),
    ).rejects.toMatchObject({ name: 'InvalidParametersException' });
    const { RecordTags } = await aws.provision('Encrypted bucket', 'receipts', {
      Tags: [{ Key: 'DataClass', Value: 'internal' }],
    });
    expect(RecordTags).toEqual([
      { Key: 'DataClass', Value: 'internal' },
      { Key: 'CostCentre', Value: '4200' },
    ]);
  });

  it('serves the template of a version as it is in its file', async () => {
    const { ProductId, ProvisioningArtifactId } = await aws.launchOf(
      'Message queue',
    );
    const { Info } = await aws.client().send(
      new DescribeProvisioningArtifactCommand({
        ProductId,
        ProvisioningArtifactId,
      }),
    );
    const template = await (await fetch(Info!.TemplateUrl)).text();
    expect(template).toBe(
      await readFile(join(PRODUCTS, 'message-queue/v1.0.yaml'), 'utf8'),
    );
    const gone = await fetch(`${aws.url}/_sandbox/templates/pa-gone`);
    expect(gone.status).toBe(404);
  });

  it('finds nothing of a product that was withdrawn while its form was open', async () => {
    const launch = await aws.launchOf('Message queue');
    aws.withdraw(['Message queue']);
    expect(await names()).not.toContain('Message queue');
    await expect(
      aws.client().send(new DescribeProductCommand({ Id: launch.ProductId })),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const { ProvisioningParameters: _, ...ids } = launch;
    await expect(
      aws.client().send(new DescribeProvisioningParametersCommand(ids)),
    ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});
