import { mergeBase } from '../git/compare';
import { Repository } from '../git/Repository';
import { Fault, Refusal } from '../http/errors';
import { Pull } from '../state/model';
import { comparePull } from './comparePull';

const FAILED = 'Validation Failed';

const fault = (field: string, code: string, message?: string): Fault => ({
  resource: 'PullRequest',
  ...{ field, code, ...(message && { message }) },
});

/** The branch that `owner:branch` or `branch` means; there are no forks. */
function branchOf(repository: Repository, head: string): string | undefined {
  const [owner, ...rest] = head.split(':');
  if (rest.length === 0) {
    return head;
  }
  return owner === repository.id.owner ? rest.join(':') : undefined;
}

/**
 * Proposes a branch for another one.
 *
 * @throws Refusal in GitHub's words.
 */
export async function openPull(
  repository: Repository,
  given: Pick<Pull, 'title' | 'body' | 'head' | 'base' | 'draft' | 'author'>,
): Promise<Pull> {
  const { base } = given;
  const baseSha = await repository.tipOf(base);
  if (!baseSha) {
    throw new Refusal(422, FAILED, [fault('base', 'invalid')]);
  }
  const head = branchOf(repository, given.head);
  const headSha = head && (await repository.tipOf(head));
  if (!head || !headSha) {
    throw new Refusal(422, FAILED, [fault('head', 'invalid')]);
  }
  const common = await mergeBase(repository, baseSha, headSha);
  if (!common || common === headSha) {
    const words = common
      ? `No commits between ${base} and ${head}`
      : `The ${head} branch has no history in common with ${base}`;
    throw new Refusal(422, FAILED, [fault('head', 'custom', words)]);
  }
  const at = new Date().toISOString();
  return repository.state.change(({ pulls }) => {
    const open = pulls.find(
      pull => !pull.closed && pull.head === head && pull.base === base,
    );
    if (open) {
      const words = `A pull request already exists for ${repository.id.owner}:${head}.`;
      throw new Refusal(422, FAILED, [fault('head', 'custom', words)]);
    }
    const { title, body, draft, author } = given;
    const pull: Pull = {
      number: pulls.length + 1,
      ...{ title, body, head, base, draft, author },
      ...{ createdAt: at, updatedAt: at, reviews: [] },
    };
    pulls.push(pull);
    return pull;
  });
}

/**
 * Changes what a pull request says, closes it or opens it again.
 *
 * @throws Refusal where it is merged and would be opened again.
 */
export async function changePull(
  repository: Repository,
  { number }: Pull,
  change: Partial<Pick<Pull, 'title' | 'body'>> & {
    state?: 'open' | 'closed';
    by: string;
  },
): Promise<Pull> {
  const find = (pulls: Pull[]) => {
    const found = pulls.find(pull => pull.number === number);
    if (!found) {
      throw new Error(`Pull request ${number} is gone`);
    }
    return found;
  };
  const { headSha, baseSha } = await comparePull(
    repository,
    find(repository.state.read().pulls),
  );
  const at = new Date().toISOString();
  return repository.state.change(({ pulls }) => {
    const pull = find(pulls);
    if (change.state === 'open' && pull.closed?.mergeSha) {
      throw new Refusal(422, FAILED, [
        fault('state', 'invalid', 'state cannot be changed. It is merged.'),
      ]);
    }
    Object.assign(pull, {
      title: change.title ?? pull.title,
      body: change.body ?? pull.body,
      updatedAt: at,
    });
    if (change.state === 'open') {
      delete pull.closed;
    } else if (change.state === 'closed') {
      pull.closed ??= { at, headSha, baseSha, by: change.by };
    }
    return pull;
  });
}
