import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { REQUIRED_CHECK } from '@paved-road/backstage-plugin-paved-road-common';
import { badDatabase, goodTopic } from './__testUtils__/documents';
import { commit, useChannel } from './__testUtils__/useChannel';
import {
  goodBuild,
  goodPlan,
  useTerraform,
} from './__testUtils__/useTerraform';

jest.setTimeout(120_000);

const channel = useChannel();
const terraform = useTerraform(channel);
const key = 'builds/ledger-build/1/artifacts.zip';

/** A build that the team's project has ended, with what it gave. */
function build(files: Record<string, string>, change: object = {}) {
  for (const [path, text] of Object.entries(files)) {
    channel.write({ [`tree/${path}`]: text });
  }
  execFileSync('zip', ['-q', '-r', '../aws/built.zip', '.'], {
    cwd: channel.place('tree'),
  });
  const bytes = readFileSync(channel.place('aws/built.zip'));
  channel.setAws({
    objects: { [key]: 'built.zip' },
    builds: [
      {
        id: 'ledger-build:1',
        projectName: 'ledger-build',
        buildStatus: 'SUCCEEDED',
        resolvedSourceVersion: commit,
        artifacts: {
          location: `arn:aws:s3:::releases/${key}`,
          sha256sum: createHash('sha256').update(bytes).digest('hex'),
        },
        ...change,
      },
    ],
  });
}

const run = (name: string, change: Record<string, string | undefined> = {}) =>
  channel.start('release.mjs', [], {
    PAVED_ROAD_RUN: name,
    PAVED_ROAD_COMMIT: undefined,
    PAVED_ROAD_BUILD:
      'arn:aws:codebuild:eu-central-1:444455556666:build/ledger-build:1',
    PAVED_ROAD_BUILD_PROJECT: 'ledger-build',
    PAVED_ROAD_REPOSITORY: 'https://github.com/meridian/ledger',
    PAVED_ROAD_BRANCH: 'main',
    PAVED_ROAD_GITHUB_TOKEN: 'platform-token',
    GITHUB_OUTPUT: undefined,
    ...change,
  });
/** The states that were set of the required check on the commit, and no others. */
const statuses = () =>
  channel
    .github()
    .filter(({ method }) => method === 'POST')
    .map(({ path, body: { context, state } }) =>
      path === `/repos/meridian/ledger/statuses/${commit}` &&
      context === REQUIRED_CHECK
        ? state
        : `${context} of ${path}`,
    );
const stagesOf = async (name: string) =>
  (await channel.posted())
    .filter(({ runId }) => runId === name)
    .map(({ stage, verdict }) => `${stage} ${verdict}`);

it('checks, says so on GitHub, deploys and tells what is there', async () => {
  build({ 'infra/a.yaml': goodTopic });
  const { exitCode, output } = await run('release');
  expect([exitCode, output]).toEqual([0, expect.stringMatching(/deployed/)]);
  expect(statuses()).toEqual(['pending', 'success']);
  expect(channel.github().map(({ token }) => token)).toEqual(
    channel.github().map(() => 'Bearer platform-token'),
  );
  expect(output).not.toContain('platform-token');
  expect(channel.aws().templates).toEqual({ 'ledger--a': goodTopic });
  expect(await stagesOf('release')).toEqual(['pipeline pass', 'deployed pass']);
});

it('stops at what blocks', async () => {
  build({ 'infra/a.yaml': badDatabase });
  expect((await run('stops')).exitCode).toBe(1);
  expect(statuses()).toEqual(['pending', 'failure']);
  expect(channel.aws().templates).toEqual({});
});

it('checks a pull request, and deploys none', async () => {
  build({ 'infra/a.yaml': goodTopic });
  channel.moveBranch('d'.repeat(40));
  const { exitCode, output } = await run('pull-request');
  expect([exitCode, output]).toEqual([
    0,
    expect.stringContaining('Not deployed'),
  ]);
  expect(statuses()).toEqual(['pending', 'success']);
  expect(channel.aws().templates).toEqual({});
});

it('refuses what somebody has laid in the place of what the build gave', async () => {
  build({ 'infra/a.yaml': goodTopic });
  channel.write({ 'aws/built.zip': 'something else' });
  expect((await run('replaced')).exitCode).toBe(2);
  expect(statuses()).toEqual(['pending', 'error']);
  expect(channel.aws().templates).toEqual({});
});

it.each([
  ['another project', { projectName: 'lending-build' }],
  ['a build that failed', { buildStatus: 'FAILED' }],
  ['a build of no commit', { resolvedSourceVersion: 'main' }],
  [
    'a build that gave its archive elsewhere',
    { artifacts: { location: 'arn:aws:s3:::others/x', sha256sum: 'a' } },
  ],
])('takes nothing of %s, whoever says so', async (_, change) => {
  build({ 'infra/a.yaml': goodTopic }, change);
  expect((await run('not-ours')).exitCode).toBe(2);
  expect(channel.github()).toEqual([]);
  expect(channel.aws().templates).toEqual({});
});

it('sets no green status where the portal can’t be asked', async () => {
  build({ 'infra/a.yaml': goodTopic });
  const { exitCode } = await run('no-portal', {
    PAVED_ROAD_PORTAL: 'http://127.0.0.1:9',
  });
  expect(exitCode).toBe(2);
  expect(statuses()).toEqual(['pending', 'error']);
});

it('applies a plan, made anew of what was built', async () => {
  build(goodBuild);
  terraform.script({ plans: { first: { ...goodPlan, timestamp: 'later' } } });
  const { exitCode, output } = await run('plan', {
    PAVED_ROAD_DOCUMENTS: 'plan.json',
  });
  expect([exitCode, output]).toEqual([0, expect.any(String)]);
  expect(statuses()).toEqual(['pending', 'success']);
  expect(terraform.applied()).toBe('first');
  expect(await stagesOf('plan')).toEqual([
    ...['pipeline pass', 'pipeline pass', 'deployed pass'],
  ]);
});

it('lets nothing be merged that can’t be applied, though the rules hold', async () => {
  build({
    ...goodBuild,
    'main.tf': 'data "external" "x" {\n  program = ["sh"]\n}\n',
  });
  terraform.script();
  const { exitCode } = await run('can-not', {
    PAVED_ROAD_DOCUMENTS: 'plan.json',
  });
  expect(exitCode).toBe(1);
  expect(statuses()).toEqual(['pending', 'failure']);
  expect(terraform.calls()).toEqual([]);
});
