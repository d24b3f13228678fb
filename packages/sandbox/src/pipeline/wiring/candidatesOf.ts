import { Repository } from '../../forge/git/Repository';
import { Candidate } from './wiringOf';

/** The commits that a pipeline may have to look at now: the branch that goes to production, and what is proposed for it. */
export async function candidatesOf(
  repository: Repository,
): Promise<Candidate[]> {
  const base = await repository.defaultBranch();
  const tip = await repository.tipOf(base);
  if (!tip) {
    return [];
  }
  const candidates: Candidate[] = [
    { event: 'push', sha: tip, branch: base, base },
  ];
  for (const { closed, head, base: to, number } of repository.state.read()
    .pulls) {
    const sha =
      closed || to !== base ? undefined : await repository.tipOf(head);
    if (sha) {
      candidates.push({
        ...{ event: 'pull-request', sha, branch: head, base, pull: number },
      });
    }
  }
  return candidates;
}
