import { changedFiles } from '../git/compare';
import { Repository } from '../git/Repository';
import { Pull } from '../state/model';
import { comparePull } from '../pulls/comparePull';
import { heldBy, mergedTree } from '../pulls/mergePull';
import { linksOf } from './links';
import { describeRepository } from './settings';
import { ownerShape } from './shapes';

/** A pull request as GitHub lists it. */
export async function pullShape(
  repository: Repository,
  pull: Pull,
  baseUrl: string,
) {
  const links = linksOf(baseUrl, repository.id);
  const tips = await comparePull(repository, pull);
  const { owner } = repository.id;
  const repo = await describeRepository(repository, baseUrl);
  const end = (ref: string, sha: string) => ({
    ...{ label: `${owner}:${ref}`, ref, sha, repo },
    user: ownerShape(owner, baseUrl),
  });
  const { closed } = pull;
  return {
    id: pull.number,
    number: pull.number,
    state: closed ? 'closed' : 'open',
    title: pull.title,
    body: pull.body ?? null,
    draft: pull.draft,
    user: { login: pull.author, type: 'User' },
    url: links.pull(pull.number),
    html_url: links.pullPage(pull.number),
    statuses_url: links.status(tips.headSha),
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: closed?.at ?? null,
    merged_at: closed?.mergeSha ? closed.at : null,
    merge_commit_sha: closed?.mergeSha ?? null,
    head: end(pull.head, tips.headSha),
    base: end(pull.base, tips.baseSha),
  };
}

function mergeableState(
  { closed }: Pull,
  { mergeable, held }: { mergeable: boolean; held?: string },
) {
  if (closed) {
    return 'unknown';
  }
  if (!mergeable) {
    return 'dirty';
  }
  return held ? 'blocked' : 'clean';
}

/** One pull request with what takes git longer to say. */
export async function describePull(
  repository: Repository,
  pull: Pull,
  baseUrl: string,
) {
  const tips = await comparePull(repository, pull);
  const range = `${tips.commonSha}..${tips.headSha}`;
  const files = await changedFiles(repository, tips.commonSha, tips.headSha);
  const lines = (side: 'additions' | 'deletions') =>
    files.reduce((sum, file) => sum + (file[side] ?? 0), 0);
  const mergeable =
    !pull.closed && (await mergedTree(repository, tips)) !== undefined;
  const held = await heldBy(repository, pull, tips);
  return {
    ...(await pullShape(repository, pull, baseUrl)),
    merged: pull.closed?.mergeSha !== undefined,
    mergeable: pull.closed ? null : mergeable,
    mergeable_state: mergeableState(pull, { mergeable, held }),
    commits: await repository.countCommits(range),
    additions: lines('additions'),
    deletions: lines('deletions'),
    changed_files: files.length,
  };
}
