// The release project's whole work, where no code of the team runs:
//
//   node release.mjs
//
// Takes what a build gave, checks it, says on GitHub what came of it, and deploys
// it where it is what the production branch is at.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from './lib/check.mjs';
import { deploy } from './lib/deploy.mjs';
import { findBuild } from './lib/findBuild.mjs';
import { headOf, setStatus } from './lib/github.mjs';
import { judgeBuilt } from './lib/judgeBuilt.mjs';
import { readPatterns } from './lib/readPatterns.mjs';
import { runMain } from './lib/runMain.mjs';
import { readRun, setting } from './lib/settings.mjs';
import { takeArtifact } from './lib/takeArtifact.mjs';

const WORDS = {
  0: 'The rules of production hold',
  1: 'A rule blocks: the log says which, why, and how to comply',
  2: 'Nobody knows whether the rules hold: the log says why',
  refused:
    'The rules hold, and it can’t be deployed as it is: the log says why',
};

async function verdictOn({ at, targets, artifacts, about }) {
  try {
    const found = await check({
      ...{ directory: artifacts, targets, stage: 'pipeline', about },
    });
    if (found.exitCode === 0) {
      await judgeBuilt({ directory: artifacts, documents: found.documents });
    }
    const state = ['success', 'failure'][found.exitCode] ?? 'error';
    await setStatus(at, state, WORDS[found.exitCode] ?? WORDS[2]);
    return found;
  } catch (error) {
    const [state, words] =
      error.exitCode === 1 ? ['failure', WORDS.refused] : ['error', WORDS[2]];
    await setStatus(at, state, words);
    throw error;
  }
}

async function release(work) {
  const bucket = setting('PAVED_ROAD_BUCKET');
  const { commit, key, sha256sum } = await findBuild({
    id: setting('PAVED_ROAD_BUILD', /^[\w:./-]+$/).replace(/^.*build\//, ''),
    project: setting('PAVED_ROAD_BUILD_PROJECT'),
    bucket,
  });
  process.env.PAVED_ROAD_COMMIT = commit;
  const about = readRun();
  const at = {
    repository: setting(
      'PAVED_ROAD_REPOSITORY',
      /^https:\/\/[^/\s]+\/[\w.-]+\/[\w.-]+$/,
    )
      .split('/')
      .slice(-2)
      .join('/'),
    branch: setting('PAVED_ROAD_BRANCH', /^[\w./-]+$/),
    token: setting('PAVED_ROAD_GITHUB_TOKEN'),
    commit,
    runUrl: about.runUrl,
  };
  const targets = readPatterns(setting('PAVED_ROAD_DOCUMENTS'));
  await setStatus(at, 'pending', 'The platform is checking what was built');
  const { archive, artifacts } = await takeArtifact({
    ...{ bucket, key, sha256sum, work },
  }).catch(async error => {
    await setStatus(at, 'error', WORDS[2]);
    throw error;
  });
  const { exitCode, documents } = await verdictOn({
    ...{ at, targets, artifacts, about },
  });
  if (exitCode !== 0) {
    return exitCode;
  }
  if ((await headOf(at)) !== commit) {
    process.stdout.write(
      `Not deployed: ${commit} isn't what ${at.branch} is at\n`,
    );
    return 0;
  }
  return deploy({
    ...{ about, documents, artifacts, archive },
    target: {
      bucket,
      region: setting('AWS_REGION'),
      roleArn: setting(
        'PAVED_ROAD_CFN_ROLE',
        /^arn:[\w-]+:iam::\d{12}:role\/\S+$/,
      ),
    },
  });
}

await runMain(async () => {
  const work = await mkdtemp(join(tmpdir(), 'paved-road-'));
  try {
    return await release(work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
});
