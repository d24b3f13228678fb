import { changedFiles } from '../git/compare';
import { Repository } from '../git/Repository';
import { protectionOf, Pull } from '../state/model';
import { ownersOf } from './codeOwners';
import { PullTips } from './comparePull';
import { readCodeOwners } from './readCodeOwners';

/** Who has approved the head as it is; of each person, the newest word counts. */
function approvers({ reviews }: Pull, headSha: string): string[] {
  const latest = new Map(reviews.map(review => [review.by, review]));
  return [...latest.values()]
    .filter(({ state, sha }) => state === 'APPROVED' && sha === headSha)
    .map(({ by }) => by);
}

/**
 * Why code owners hold a merge; undefined where none does. The forge knows only
 * the teams that it was told of, and waits for these. As on GitHub, the base's
 * `CODEOWNERS` counts, and not the one that is proposed.
 */
export async function heldByOwners(
  repository: Repository,
  pull: Pull,
  { baseSha, commonSha, headSha }: PullTips,
): Promise<string | undefined> {
  const { state, teams } = repository;
  const protection = protectionOf(state.read(), pull.base);
  if (!protection?.reviews?.codeOwners || teams.size === 0) {
    return undefined;
  }
  const codeOwners = (await readCodeOwners(repository, baseSha))?.text ?? '';
  const approved = approvers(pull, headSha);
  for (const { path } of await changedFiles(repository, commonSha, headSha)) {
    const owners = ownersOf(codeOwners, path);
    const known = owners.filter(owner => teams.has(owner));
    const members = known.flatMap(owner => teams.get(owner) ?? []);
    if (known.length > 0 && !members.some(one => approved.includes(one))) {
      return `Waiting on code owner review from ${known.join(
        ' or ',
      )} for ${path}.`;
    }
  }
  return undefined;
}
