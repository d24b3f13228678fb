import { join } from 'node:path';
import {
  DescribeProductCommand,
  DescribeProvisioningParametersCommand,
  DescribeRecordCommand,
  GetProvisionedProductOutputsCommand,
  ProvisionProductCommand,
  SearchProductsCommand,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { Aws, startAws } from './startAws';

jest.setTimeout(60_000);

const HOUR = 3_600_000;

/** Over the wire, with AWS's own client. */
describe('startAws', () => {
  const directory = createMockDirectory();
  const running: Aws[] = [];
  let now = Date.UTC(2026, 10, 25);

  beforeEach(() => directory.clear());
  afterEach(async () => {
    await Promise.all(running.splice(0).map(aws => aws.stop()));
  });

  async function start() {
    const aws = await startAws({
      port: 0,
      dataDirectory: directory.path,
      products: join(__dirname, '../../../../examples/products'),
      clock: () => now,
    });
    running.push(aws);
    const clientOf = (accessKeyId: string, attempts = 1) =>
      new ServiceCatalogClient({
        endpoint: aws.url,
        region: 'eu-central-1',
        maxAttempts: attempts,
        credentials: { accessKeyId, secretAccessKey: 'sandbox' },
        requestHandler: { requestTimeout: 500, throwOnRequestTimeout: true },
      });
    return { aws, clientOf, client: clientOf('SANDBOXPORTALDEVELOPMENT') };
  }

  /** The newest version of the queue, and a launch of it. */
  async function queueOf(client: ServiceCatalogClient) {
    const { ProductViewSummaries = [] } = await client.send(
      new SearchProductsCommand({ Filters: { FullTextSearch: ['queue'] } }),
    );
    const { ProductId } = ProductViewSummaries.find(({ Name }) =>
      /queue/i.test(Name ?? ''),
    )!;
    const { ProvisioningArtifacts = [], LaunchPaths = [] } = await client.send(
      new DescribeProductCommand({ Id: ProductId }),
    );
    const ids = {
      ProductId,
      ProvisioningArtifactId: ProvisioningArtifacts[0].Id,
      PathId: LaunchPaths[0].Id,
    };
    const form = await client.send(
      new DescribeProvisioningParametersCommand(ids),
    );
    return {
      ...ids,
      ProvisioningParameters: (form.ProvisioningArtifactParameters ?? [])
        .filter(({ DefaultValue }) => DefaultValue === undefined)
        .map(({ ParameterKey, ParameterConstraints }) => ({
          Key: ParameterKey,
          Value: ParameterConstraints?.AllowedValues?.[0] ?? 'payments',
        })),
      Tags: (form.TagOptions ?? []).flatMap(({ Key, Values = [] }) =>
        Values.length > 0 ? [{ Key, Value: Values[0] }] : [],
      ),
    };
  }

  it('offers each principal what its portfolios hold', async () => {
    const { clientOf } = await start();
    const count = async (key: string) =>
      (await clientOf(key).send(new SearchProductsCommand({ PageSize: 100 })))
        .ProductViewSummaries?.length;
    const portal = await count('SANDBOXPORTALDEVELOPMENT');
    expect(portal).toBeGreaterThanOrEqual(5);
    expect(await count('SANDBOXPORTALPRODUCTION')).toBeLessThan(portal!);
    expect(await count('SANDBOXVISITORDEVELOPMENT')).toBe(0);
    await expect(count('NOBODY')).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });

  it('provisions once for one token, and tells the outputs at the end', async () => {
    const { aws, client } = await start();
    const launch = new ProvisionProductCommand({
      ...(await queueOf(client)),
      ProvisionedProductName: 'orders',
      ProvisionToken: 'token-1',
    });
    aws.faults.set([{ kind: 'acceptThenDrop', operation: 'ProvisionProduct' }]);
    await expect(client.send(launch)).rejects.toThrow();
    const { RecordDetail: accepted } = await client.send(launch);
    const again = await client.send(launch);
    expect(again.RecordDetail?.RecordId).toBe(accepted?.RecordId);
    expect(accepted?.Status).toBe('CREATED');

    const record = async () =>
      (await client.send(new DescribeRecordCommand({ Id: accepted?.RecordId })))
        .RecordDetail?.Status;
    now += HOUR;
    expect(await record()).toBe('SUCCEEDED');
    const { Outputs = [] } = await client.send(
      new GetProvisionedProductOutputsCommand({
        ProvisionedProductId: accepted?.ProvisionedProductId,
      }),
    );
    expect(Outputs.length).toBeGreaterThan(0);
    expect(JSON.stringify(Outputs)).toMatch(/sandbox/i);
  });

  it('keeps what it was told across a restart', async () => {
    const first = await start();
    const input = {
      ...(await queueOf(first.client)),
      ProvisionedProductName: 'orders',
      ProvisionToken: 'token-1',
    };
    const { RecordDetail } = await first.client.send(
      new ProvisionProductCommand(input),
    );
    await first.aws.stop();
    running.splice(0);
    const second = await start();
    const { RecordDetail: replayed } = await second.client.send(
      new ProvisionProductCommand(input),
    );
    expect(replayed?.RecordId).toBe(RecordDetail?.RecordId);
  });

  it('fails a launch where the script says so', async () => {
    const { aws, client } = await start();
    aws.faults.set([{ kind: 'fail', operation: 'ProvisionProduct' }]);
    const { RecordDetail } = await client.send(
      new ProvisionProductCommand({
        ...(await queueOf(client)),
        ProvisionedProductName: 'orders',
        ProvisionToken: 'token-1',
      }),
    );
    now += HOUR;
    const { RecordDetail: ended } = await client.send(
      new DescribeRecordCommand({ Id: RecordDetail?.RecordId }),
    );
    expect(ended?.Status).toBe('FAILED');
    expect(ended?.RecordErrors?.length).toBeGreaterThan(0);
  });

  it('throttles, answers in HTML and hangs as told, each by its name', async () => {
    const { aws, clientOf, client } = await start();
    const search = new SearchProductsCommand({});
    aws.faults.set([{ kind: 'throttle', times: 2 }]);
    await expect(client.send(search)).rejects.toMatchObject({
      name: 'ThrottlingException',
    });
    await expect(
      clientOf('SANDBOXPORTALDEVELOPMENT', 3).send(search),
    ).resolves.toBeDefined();
    aws.faults.set([{ kind: 'html503' }]);
    await expect(client.send(search)).rejects.toMatchObject({
      $metadata: { httpStatusCode: 503 },
    });
    aws.faults.set([{ kind: 'hang' }]);
    await expect(client.send(search)).rejects.toMatchObject({
      name: 'TimeoutError',
    });
  });
});
