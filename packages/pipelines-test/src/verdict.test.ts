import { symlinkSync } from 'node:fs';
import { badDatabase, goodTopic } from './__testUtils__/documents';
import { commit, useChannel } from './__testUtils__/useChannel';

jest.setTimeout(120_000);

const channel = useChannel();
const run = (name: string, change: Record<string, string | undefined> = {}) =>
  channel.start('verdict.mjs', ['built'], { PAVED_ROAD_RUN: name, ...change });
const resultsOf = async (name: string) =>
  (await channel.posted()).filter(({ runId }) => runId === name);

it('passes what the rules pass, tells the portal, and names the documents byte for byte', async () => {
  channel.write({
    'built/infra/a.yaml': goodTopic,
    'built/src/index.js': 'throw new Error("nobody runs me")',
  });
  const { exitCode, output } = await run('passes');
  expect([exitCode, output]).toEqual([
    0,
    expect.stringContaining('for production'),
  ]);
  expect(await resultsOf('passes')).toEqual([
    expect.objectContaining({ stage: 'pipeline', verdict: 'pass' }),
  ]);
  const [, manifest] = channel.read('output.txt').split('manifest=');
  expect(JSON.parse(manifest)).toEqual({
    service: 'component:default/ledger',
    environment: 'production',
    commit,
    documents: [
      {
        path: 'infra/a.yaml',
        digest: expect.stringMatching(/^sha256:/),
        format: 'cloudformation-yaml',
      },
    ],
  });
});

it('stops what a rule blocks, with the finding and its reason, and names nothing to deploy', async () => {
  channel.write({
    'built/infra/a.yaml': goodTopic,
    'built/infra/b.yaml': badDatabase,
  });
  const { exitCode, output } = await run('blocks');
  expect(exitCode).toBe(1);
  expect(output).toMatch(/infra\/b\.yaml:\d+/);
  expect(output).toContain('PubliclyAccessible to false');
  expect(channel.read('output.txt')).toBe('');
  expect(await resultsOf('blocks')).toEqual([
    expect.objectContaining({ verdict: 'fail' }),
  ]);
});

it('lets no file among what was built change what is checked', async () => {
  channel.write({
    'built/infra/a.yaml': badDatabase,
    'built/paved-road.yaml': 'packs: [mild]\ndefaultEnvironment: development\n',
    'built/mild/a.guard': 'rule MILD { Resources exists }\n',
    'built/policies/a.guard': 'rule MILD { Resources exists }\n',
  });
  expect((await run('own-rules')).exitCode).toBe(1);
});

it('speaks for no other service', async () => {
  channel.write({ 'built/infra/a.yaml': goodTopic });
  const { exitCode } = await run('other', {
    PAVED_ROAD_SERVICE: 'component:default/lending',
  });
  expect(exitCode).toBe(2);
  expect(channel.read('output.txt')).toBe('');
});

it('follows no link out of what was built', async () => {
  channel.write({ 'built/infra/a.yaml': goodTopic, 'secret.yaml': goodTopic });
  symlinkSync('../../secret.yaml', channel.place('built/infra/b.yaml'));
  const { exitCode, output } = await run('link');
  expect([exitCode, output]).toEqual([
    2,
    'What was built has the link infra/b.yaml, which leads out\n',
  ]);
  expect(await resultsOf('link')).toEqual([]);
});

it.each([
  ['a pattern that leads out', { PAVED_ROAD_DOCUMENTS: 'infra/*.yaml,../*' }],
  ['an absolute pattern', { PAVED_ROAD_DOCUMENTS: '/etc/*.yaml' }],
  ['a pattern that finds nothing', { PAVED_ROAD_DOCUMENTS: 'stacks/*.yaml' }],
  ['a pattern that is an option', { PAVED_ROAD_DOCUMENTS: '--help' }],
  ['no patterns', { PAVED_ROAD_DOCUMENTS: ' , ' }],
  ['no service', { PAVED_ROAD_SERVICE: undefined }],
  ['a service that is none', { PAVED_ROAD_SERVICE: 'x; curl evil' }],
  ['a commit that is none', { PAVED_ROAD_COMMIT: 'main' }],
  ['an unknown environment', { PAVED_ROAD_ENVIRONMENT: 'prod' }],
  ['no token', { PAVED_ROAD_TOKEN: undefined }],
  ['a token that the portal doesn’t know', { PAVED_ROAD_TOKEN: 'x' }],
  ['a portal that isn’t there', { PAVED_ROAD_PORTAL: 'http://127.0.0.1:9' }],
  ['a command line that isn’t there', { PAVED_ROAD_CLI: '/nowhere' }],
])('never passes with %s', async (_, change) => {
  channel.write({ 'built/infra/a.yaml': goodTopic });
  expect((await run('set-up-wrongly', change)).exitCode).toBe(2);
  expect(channel.read('output.txt')).toBe('');
});
