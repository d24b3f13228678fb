import {
  DescribeProductCommand,
  ProvisionProductCommand,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';
import { FaultInput } from '../aws/faults/faults';
import { Files } from '../forge/__testUtils__/forge';
import {
  PRIVATE,
  PUBLIC,
  TestPipeline,
  wired,
} from './__testUtils__/TestPipeline';
import { eventually, TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const DEPLOY = 'paved-road / deploy';

describe('what comes to production', () => {
  let portal: TestPortal;
  let pipeline: TestPipeline;

  beforeAll(async () => {
    portal = await TestPortal.start(['ledger', 'desk']);
    pipeline = await TestPipeline.start(
      portal,
      {
        ledger: { ...wired('ledger'), 'infra/after.yaml': PRIVATE },
        desk: {
          'infra/template.yaml': PRIVATE,
          'buildspec.yml':
            'version: 0.2\nphases: {build: {commands: [cp infra/template.yaml built.yaml]}}\nartifacts: {files: [built.yaml]}\n',
        },
      },
      { product: 'Platform pipeline' },
    );
  });
  afterAll(async () => {
    await pipeline.end();
    await portal.stop();
  });

  const named = (name: string) => PRIVATE.replace('Logs', name);

  /** Brings templates with this name in them to main, while AWS does this. */
  async function push(name: string, more: Files, ...faults: FaultInput[]) {
    const clone = await pipeline.forge.clone('ledger');
    pipeline.aws.faults.set(faults);
    await pipeline.forge.push(clone, name, {
      'infra/after.yaml': named(name),
      'infra/template.yaml': named(name),
      ...more,
    });
    return pipeline.main('ledger');
  }

  it('is rolled back, said to be so, and what is there is checked', async () => {
    await pipeline.main('ledger');
    const run = await push(
      'Receipts',
      {},
      { kind: 'fail', operation: 'ExecuteChangeSet' },
    );
    expect(run).toMatchObject({
      state: 'stopped',
      reason: expect.stringMatching(
        /^Not deployed: The stack ledger--after could not be changed, and is UPDATE_ROLLBACK_COMPLETE: Failed/,
      ),
      steps: [{ state: 'passed' }, { state: 'passed' }, { state: 'failed' }],
    });
    expect(await pipeline.statuses('ledger', run.sha)).toMatchObject({
      [DEPLOY]: { state: 'failure' },
    });
    expect(await pipeline.template('ledger--after')).toBe(PRIVATE);
    expect(await pipeline.template('ledger--template')).toBe(PRIVATE);
    const [newest] = await portal.results('ledger');
    expect(newest).toMatchObject({ stage: 'deployed', commit: run.sha });
  });

  it('breaks off midway, and comes to its end when it is run again', async () => {
    const run = await push(
      'Ledgers',
      { 'infra/new.yaml': PRIVATE },
      { kind: 'fail', operation: 'ExecuteChangeSet', call: 2 },
    );
    expect(run).toMatchObject({
      state: 'stopped',
      reason: expect.stringMatching(
        /ledger--new could not be made, and is gone/,
      ),
    });
    expect(await pipeline.template('ledger--after')).toBe(named('Ledgers'));
    await expect(pipeline.template('ledger--new')).rejects.toThrow('not exist');
    expect(await pipeline.template('ledger--template')).toBe(PRIVATE);
    const [newest] = await portal.results('ledger');
    expect(newest).toMatchObject({ stage: 'deployed', commit: run.sha });

    // An answer that gets lost is no failure.
    pipeline.aws.faults.set([
      { kind: 'acceptThenDrop', operation: 'ExecuteChangeSet' },
    ]);
    const again = await pipeline.again('ledger', run.id);
    expect(again).toMatchObject({ state: 'passed' });
    expect(await pipeline.template('ledger--new')).toBe(PRIVATE);
    expect(await pipeline.template('ledger--template')).toBe(named('Ledgers'));
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

  it('is built by the buildspec of a pipeline that is provisioned, and stopped where that is wrong', async () => {
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
