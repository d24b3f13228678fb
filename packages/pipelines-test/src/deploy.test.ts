import { createHash } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { badDatabase, goodJson, goodTopic } from './__testUtils__/documents';
import { commit, useChannel } from './__testUtils__/useChannel';

jest.setTimeout(120_000);

const channel = useChannel();

const digestOf = (text: string) =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

const manifestOf = (files: Record<string, string>, change: object = {}) =>
  JSON.stringify({
    service: 'component:default/ledger',
    environment: 'production',
    commit,
    documents: Object.entries(files).map(([path, text]) => ({
      path,
      digest: digestOf(text),
      format: 'cloudformation-yaml',
    })),
    ...change,
  });

function build(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    channel.write({ [`built/${path}`]: text });
  }
  channel.write({ 'built.zip': 'code' });
}

const run = (
  name: string,
  manifest: string,
  change: Record<string, string | undefined> = {},
) =>
  channel.start('deploy.mjs', ['built', 'built.zip'], {
    PAVED_ROAD_RUN: name,
    PAVED_ROAD_MANIFEST: manifest,
    ...change,
  });
const stagesOf = async (name: string) =>
  (await channel.posted())
    .filter(({ runId }) => runId === name)
    .map(({ stage, verdict }) => `${stage} ${verdict}`);
const changesMade = () =>
  channel.calls().filter(({ call }) => call.endsWith('execute-change-set'));

it('deploys what passed, byte for byte, by change sets with the platform’s role, and tells what is there', async () => {
  const files = {
    'infra/network.yaml': goodTopic,
    'infra/Data.template.json': goodJson,
  };
  build(files);
  const { exitCode, output } = await run('whole', manifestOf(files));
  expect([exitCode, output]).toEqual([0, expect.stringMatching(/deployed/)]);
  expect(channel.aws().templates).toEqual({
    'ledger--network': goodTopic,
    'ledger--Data': goodJson,
  });
  const created = channel
    .calls()
    .filter(({ call }) => call.endsWith('create-change-set'))
    .map(({ input }) => input);
  expect(created).toHaveLength(2);
  for (const input of created) {
    expect(input).toMatchObject({
      ChangeSetType: 'CREATE',
      OnStackFailure: 'DELETE',
      RoleARN: 'arn:aws:iam::444455556666:role/paved-road/cfn-execution',
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      Tags: [{ Key: 'paved-road:entity', Value: 'component:default/ledger' }],
    });
  }
  expect(await stagesOf('whole')).toEqual(['deployed pass']);
});

it('says by the same digest what was checked and what is there', async () => {
  channel.write({ 'built/infra/data.json': goodJson, 'built.zip': 'code' });
  const about = {
    PAVED_ROAD_RUN: 'same-digest',
    PAVED_ROAD_DOCUMENTS: 'infra/*.json',
  };
  await channel.start('verdict.mjs', ['built'], about);
  const [, manifest] = channel.read('output.txt').split('manifest=');
  expect((await run('same-digest', manifest.trim(), about)).exitCode).toBe(0);
  const results = (await channel.posted()).filter(
    ({ runId }) => runId === 'same-digest',
  );
  expect(results.map(({ stage }) => stage)).toEqual(['pipeline', 'deployed']);
  expect(results[0].subjectDigest).toBe(results[1].subjectDigest);
});

it('gives a stack the place of the build’s archive, which is called by its content', async () => {
  const withCode = `Parameters:
  ArtifactBucket: { Type: String }
  ArtifactKey: { Type: String }
  Size: { Type: Number, Default: 1 }
${goodTopic}`;
  build({ 'infra/a.yaml': withCode });
  await run('archive', manifestOf({ 'infra/a.yaml': withCode }));
  const key = `releases/ledger/${digestOf('code').slice(7)}.zip`;
  expect(
    channel.calls().find(({ call }) => call.endsWith('create-change-set'))
      ?.input,
  ).toMatchObject({
    Parameters: [
      { ParameterKey: 'ArtifactBucket', ParameterValue: 'releases' },
      { ParameterKey: 'ArtifactKey', ParameterValue: key },
    ],
  });
  expect(Object.keys(channel.aws().objects)).toEqual([key]);
});

it('puts the image that was built into the registry and gives the stack its digest', async () => {
  const withImage = `Parameters:\n  ImageDigest: { Type: String }\n${goodTopic}`;
  const files = { 'infra/a.yaml': withImage };
  build({ ...files, 'image/image.tar': 'layers' });
  // Says the digest where it is asked to, and keeps what it was told.
  channel.write({
    'bin/skopeo': `#!/bin/sh
echo "$@" >> "$FAKE_AWS/skopeo"
if [ "$1" = login ]; then cat >> "$FAKE_AWS/skopeo"; exit; fi
while [ "$1" != --digestfile ]; do shift; done
echo sha256:abc > "$2"
`,
  });
  chmodSync(channel.place('bin/skopeo'), 0o755);
  const { exitCode, output } = await run('image', manifestOf(files));
  expect([exitCode, output]).toEqual([
    0,
    expect.not.stringMatching(/password/),
  ]);
  expect(channel.calls().map(({ input }) => input.Parameters)).toContainEqual([
    { ParameterKey: 'ImageDigest', ParameterValue: 'sha256:abc' },
  ]);
  const told = channel.read('aws/skopeo');
  expect(told).toMatch(/--password-stdin .*\nregistry-password/);
  expect(told).toContain(
    `docker://444455556666.dkr.ecr.eu-central-1.amazonaws.com/ledger:${commit}`,
  );
});

it('changes nothing where nothing has changed, and still tells what is there', async () => {
  const files = { 'infra/a.yaml': goodTopic };
  build(files);
  await run('first', manifestOf(files));
  const { exitCode } = await run('second', manifestOf(files));
  expect([exitCode, changesMade().length]).toEqual([0, 1]);
  expect(await stagesOf('second')).toEqual(['deployed pass']);
});

it('hands a large document over by the platform’s bucket', async () => {
  const large = `${goodTopic}# ${'x'.repeat(60_000)}\n`;
  build({ 'infra/a.yaml': large });
  const { exitCode } = await run(
    'large',
    manifestOf({ 'infra/a.yaml': large }),
  );
  expect(exitCode).toBe(0);
  expect(channel.aws().templates['ledger--a']).toBe(large);
});

describe('deploys nothing', () => {
  const files = { 'infra/a.yaml': goodTopic };

  /** What came of it, and what is in the stacks afterwards. */
  const refuse = async (name: string, manifest: string) => ({
    ...(await run(name, manifest)),
    templates: channel.aws().templates,
  });
  const nothing = (exitCode: number, words = '') => ({
    exitCode,
    output: expect.stringContaining(words),
    templates: {},
  });

  it.each([
    ['another document than was checked', { 'infra/a.yaml': badDatabase }, {}],
    ['a document that was not handed over', { 'infra/b.yaml': goodTopic }, {}],
    ['the verdict on another commit', files, { commit: 'd'.repeat(40) }],
    ['the verdict on another service', files, { service: 'component:x/y' }],
    ['a verdict for development', files, { environment: 'development' }],
    ['a verdict on no documents', files, { documents: [] }],
    [
      'a document from outside',
      files,
      {
        documents: [
          {
            path: '../secret.yaml',
            digest: digestOf(goodTopic),
            format: 'cdk',
          },
        ],
      },
    ],
  ])('with %s', async (_, built, change) => {
    build(built);
    channel.write({ 'secret.yaml': goodTopic });
    expect(await refuse('nothing', manifestOf(files, change))).toEqual(
      nothing(2),
    );
  });

  it.each([
    ['a transform', `Transform: AWS::Serverless-2016-10-31\n${goodTopic}`],
    [
      'another stack in it',
      'Resources:\n  More:\n    Type: AWS::CloudFormation::Stack\n',
    ],
    [
      'a parameter that nobody answers',
      `Parameters:\n  Who: { Type: String }\n${goodTopic}`,
    ],
  ])('of a document with %s', async (_, text) => {
    build({ 'infra/a.yaml': text });
    const manifest = manifestOf({ 'infra/a.yaml': text });
    expect(await refuse('refused', manifest)).toEqual(
      nothing(2, 'infra/a.yaml '),
    );
  });

  it('where a macro makes something else of it, however it is hidden', async () => {
    build(files);
    channel.setAws({ script: { macro: badDatabase } });
    expect(await refuse('macro', manifestOf(files))).toEqual(
      nothing(2, 'makes another template of infra/a.yaml'),
    );
    expect(channel.aws().changes).toEqual({});
  });

  it('where the hook refuses, whose reason is told', async () => {
    build(files);
    channel.setAws({ script: { hook: { 'ledger--a': 'meridian: no' } } });
    expect(await refuse('hook', manifestOf(files))).toEqual(
      nothing(1, 'meridian: no'),
    );
  });

  it.each([
    ['infra/a_b.yaml', 'ledger--a_b'],
    ['infra/a.yaml', 'Two documents'],
  ])('where %s gives no stack of its own', async (path, words) => {
    const both = { [path]: goodTopic, 'other/a.yaml': goodTopic };
    build(both);
    expect(await refuse('names', manifestOf(both))).toEqual(nothing(2, words));
  });
});

it('tells what is there of a deployment that breaks off, and why it did', async () => {
  const files = { 'infra/a.yaml': goodTopic, 'infra/b.yaml': goodTopic };
  build(files);
  channel.setAws({ script: { fails: ['ledger--b'] } });
  const { exitCode, output } = await run('breaks-off', manifestOf(files));
  expect(exitCode).toBe(1);
  expect(output).toContain('Bucket: The name is taken');
  const whole = (await channel.posted()).find(({ runId }) => runId === 'whole');
  const [half] = (await channel.posted()).filter(
    ({ runId }) => runId === 'breaks-off',
  );
  expect(half.stage).toBe('deployed');
  expect(half.subjectDigest).not.toBe(whole?.subjectDigest);
  // The next run finds the way clear.
  channel.setAws({ script: {} });
  expect((await run('goes-on', manifestOf(files))).exitCode).toBe(0);
});

it('doesn’t call it deployed where something else is found afterwards', async () => {
  const files = { 'infra/a.yaml': goodTopic };
  build(files);
  channel.setAws({ script: { changedBehind: { 'ledger--a': badDatabase } } });
  const { exitCode, output } = await run('behind', manifestOf(files));
  expect([exitCode, output]).toEqual([
    1,
    expect.stringContaining("What is deployed isn't what was checked"),
  ]);
  expect(await stagesOf('behind')).toEqual(['deployed fail']);
});

it('waits for nobody: a stack in another’s hands is left alone', async () => {
  const files = { 'infra/a.yaml': goodTopic };
  build(files);
  channel.setAws({
    stacks: {
      'ledger--a': {
        StackName: 'ledger--a',
        StackId: 'x',
        StackStatus: 'UPDATE_IN_PROGRESS',
      },
    },
  });
  const { exitCode, output } = await run('busy', manifestOf(files));
  expect([exitCode, output]).toEqual([
    2,
    expect.stringContaining('Run the pipeline again'),
  ]);
});
