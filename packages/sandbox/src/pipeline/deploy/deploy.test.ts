import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../forge/__testUtils__/forge';
import { Run } from '../model';
import { readTemplate } from './readTemplate';
import { runDeploy } from './runDeploy';
import { stackNames } from './stackNames';

const TEMPLATE = `Parameters:
  ArtifactKey: {Type: String}
  Size: {Type: Number, Default: 1}
Resources:
  Logs: {Type: AWS::S3::Bucket}
`;

const path = 'infra/template.yaml';

const digestOf = (content: string | Buffer) =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;

const testRun = (service: string): Run => ({
  ...{ id: '1', number: 1, event: 'push', sha: '0'.repeat(40) },
  ...{ branch: 'main', state: 'running', createdAt: '2026-11-26T00:00:00Z' },
  wiring: { provider: 'github-actions', service, documents: [] },
  ...{ steps: [], findings: [], documents: [] },
});

describe('what is deployed', () => {
  let artefact: string;

  beforeEach(async () => {
    artefact = await mkdtemp(join(tmpdir(), 'sandbox-deploy-'));
  });
  afterEach(() => rm(artefact, { recursive: true, force: true }));

  /** As the scan has seen it, and as it lies there now. */
  async function read(scanned: string | Buffer, now = scanned) {
    await writeFiles(artefact, { [path]: now });
    const document = { path, digest: digestOf(scanned), format: 'cdk' };
    return readTemplate(artefact, document, { ArtifactKey: 'a', Other: 'b' });
  }

  it('is what was scanned, with the values that it asks for', async () => {
    expect(await read(TEMPLATE)).toEqual({
      text: TEMPLATE,
      parameters: [{ ParameterKey: 'ArtifactKey', ParameterValue: 'a' }],
    });
  });

  it('is not another template than the scanned one', async () => {
    await expect(read(TEMPLATE, `${TEMPLATE} `)).rejects.toThrow(
      'infra/template.yaml is not what was scanned, so nothing is deployed',
    );
  });

  it.each([
    [
      'a transform',
      `Transform: AWS::Serverless-2016-10-31\n${TEMPLATE}`,
      'a transform',
    ],
    [
      'a nested stack',
      TEMPLATE.replace('S3::Bucket', 'CloudFormation::Stack'),
      'AWS::CloudFormation::Stack',
    ],
    [
      'a module',
      TEMPLATE.replace('S3::Bucket', 'S3::Bucket::MODULE'),
      'AWS::S3::Bucket::MODULE',
    ],
    [
      'bytes that are no text',
      Buffer.concat([Buffer.from(TEMPLATE), Buffer.from([0x23, 0xff])]),
      'not UTF-8',
    ],
  ])('does not have %s', async (_, template, message) => {
    await expect(read(template)).rejects.toThrow(message);
  });

  it('is nothing where a plan lies beside the templates', async () => {
    const { text } = await read(TEMPLATE);
    const log: string[] = [];
    const deployed = runDeploy({
      run: testRun('component:default/ledger'),
      repository: { owner: 'meridian', name: 'ledger' },
      production: {
        // Nobody listens there, and nobody is to be asked.
        endpoint: 'http://127.0.0.1:1',
        account: '444455556666',
        region: 'eu-central-1',
        accessKeyId: 'SANDBOXDEPLOYPRODUCTION',
      },
      artefact,
      documents: [
        { path, digest: digestOf(text), format: 'cdk' },
        { path: 'plan.json', digest: '', format: 'terraform-plan' },
      ],
      check: {
        portal: {
          ...{ url: '', pages: '', token: '', cli: '' },
          ...{ environment: 'production', retryMs: [] },
        },
        run: testRun('component:default/ledger'),
        ...{ runUrl: '', directory: artefact, cache: artefact },
        signal: new AbortController().signal,
        log: said => log.push(String(said)),
      },
      deployed: artefact,
    });
    await expect(deployed).rejects.toThrow(
      'plan.json is a Terraform plan and not the only document',
    );
    expect(log).toEqual([]);
  });

  const names = (service: string, ...paths: string[]) =>
    stackNames(
      service,
      paths.map(one => ({ path: one, digest: '', format: 'cdk' })),
    );

  it('goes into a stack of its service and its file', () => {
    expect(
      names(
        'component:default/Ledger',
        'a/x.yaml',
        'cdk.out/Api.template.json',
      ),
    ).toEqual(['ledger--x', 'ledger--Api']);
  });

  it.each([
    ['component:default/a--b', ['x.yaml'], 'doesn’t take'],
    ['component:default/ledger', ['a b.yaml'], 'doesn’t take'],
    ['component:default/ledger', ['a/x.yaml', 'b/x.json'], 'both be'],
  ])('has no stack for %s and %j', (service, paths, message) => {
    expect(() => names(service, ...paths)).toThrow(message);
  });
});
