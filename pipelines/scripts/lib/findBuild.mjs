import { aws } from './aws.mjs';
import { Refusal } from './Refusal.mjs';

/**
 * A finished build of the team's, by what CodeBuild knows of it: whoever started
 * the release could have said anything.
 */
export async function findBuild({ id, project, bucket }) {
  const { builds = [] } = await aws('codebuild', 'batch-get-builds', {
    ids: [id],
  });
  const [build] = builds;
  if (build?.projectName !== project) {
    throw new Refusal(`${id} is no build of ${project}`);
  }
  if (build.buildStatus !== 'SUCCEEDED') {
    throw new Refusal(`The build ${id} is ${build.buildStatus}`);
  }
  const { resolvedSourceVersion: commit, artifacts = {} } = build;
  const { location = '', sha256sum } = artifacts;
  const key = location.startsWith(`arn:aws:s3:::${bucket}/builds/`)
    ? location.slice(`arn:aws:s3:::${bucket}/`.length)
    : undefined;
  if (
    !/^[0-9a-f]{40}$/.test(commit ?? '') ||
    !/^[0-9a-f]{64}$/.test(sha256sum ?? '') ||
    key === undefined
  ) {
    throw new Refusal(
      `The build ${id} doesn't say of which commit it is, or what it gave`,
    );
  }
  return { commit, key, sha256sum };
}
