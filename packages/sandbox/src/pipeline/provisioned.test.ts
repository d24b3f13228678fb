import {
  DescribeProductCommand,
  ProvisionProductCommand,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';
import { PRIVATE, PUBLIC, TestPipeline } from './__testUtils__/TestPipeline';
import { eventually, TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

describe('a pipeline that was provisioned', () => {
  let portal: TestPortal;
  let pipeline: TestPipeline;

  beforeAll(async () => {
    portal = await TestPortal.start(['desk']);
    pipeline = await TestPipeline.start(portal, {
      desk: {
        'infra/template.yaml': PRIVATE,
        'buildspec.yml':
          'version: 0.2\nphases: {build: {commands: [cp infra/template.yaml built.yaml]}}\nartifacts: {files: [built.yaml]}\n',
      },
    });
  });
  afterAll(async () => {
    await pipeline.end();
    await portal.stop();
  });

  async function provision() {
    const client = new ServiceCatalogClient({
      endpoint: pipeline.aws.url,
      region: 'eu-central-1',
      credentials: {
        accessKeyId: 'SANDBOXPORTALDEVELOPMENT',
        secretAccessKey: 'sandbox',
      },
    });
    const { ProductViewSummary, ProvisioningArtifacts, LaunchPaths } =
      await client.send(
        new DescribeProductCommand({ Name: 'Platform pipeline' }),
      );
    const parameters = {
      ServiceName: 'desk',
      Service: 'component:default/desk',
      Owner: 'payments',
      Repository: 'https://github.com/meridian/desk',
      Documents: '*.yaml',
      ConnectionArn:
        'arn:aws:codeconnections:eu-central-1:111122223333:connection/5d0b1c7e-6f2a-4a83-9c41-2f7d8e90b3a6',
    };
    await client.send(
      new ProvisionProductCommand({
        ProductId: ProductViewSummary?.ProductId,
        ProvisioningArtifactId: ProvisioningArtifacts?.find(
          ({ Name }) => Name === 'v2.0',
        )?.Id,
        PathId: LaunchPaths?.at(-1)?.Id,
        ProvisionedProductName: 'desk-pipeline',
        ProvisionToken: 'desk',
        ProvisioningParameters: Object.entries(parameters).map(
          ([Key, Value]) => ({ Key, Value }),
        ),
      }),
    );
  }

  it('builds by the buildspec, and stops what it makes wrong', async () => {
    const provisioned = {
      aws: pipeline.aws.url,
      product: 'Platform pipeline',
    };
    await pipeline.restart({ provisioned });
    expect(pipeline.runs('desk').read()).toEqual([]);
    await provision();
    // It is seen without anybody pushing anything.
    const first = await eventually(() =>
      pipeline
        .runs('desk')
        .read()
        .find(({ state }) => state === 'passed'),
    );
    expect(first).toMatchObject({
      wiring: { provider: 'service-catalog' },
      documents: [{ path: 'built.yaml' }],
    });
    expect(await pipeline.template('desk--built')).toBe(PRIVATE);
    const { sha } = await pipeline.propose('desk', 'open-it', {
      'infra/template.yaml': PUBLIC,
    });
    expect((await pipeline.over('desk', sha)).state).toBe('stopped');
  });
});
