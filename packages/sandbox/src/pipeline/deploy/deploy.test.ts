import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFiles } from '../../forge/__testUtils__/forge';
import { readTemplate } from './readTemplate';
import { stackNames } from './stackNames';

const TEMPLATE = `Parameters:
  ArtifactKey: {Type: String}
  Size: {Type: Number, Default: 1}
Resources:
  Logs: {Type: AWS::S3::Bucket}
`;

const path = 'infra/template.yaml';

describe('what is deployed', () => {
  let artefact: string;

  beforeEach(async () => {
    artefact = await mkdtemp(join(tmpdir(), 'sandbox-deploy-'));
  });
  afterEach(() => rm(artefact, { recursive: true, force: true }));

  /** As the scan has seen it, and as it lies there now. */
  async function read(scanned: string | Buffer, now = scanned) {
    await writeFiles(artefact, { [path]: now });
    const hash = createHash('sha256').update(scanned).digest('hex');
    const document = { path, digest: `sha256:${hash}`, format: 'cdk' };
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
