import { mergeTrees } from '../git/mergeTrees';
import { Repository } from '../git/Repository';
import { moveBranch, SANDBOX, writeCommit } from '../git/write';
import { Refusal } from '../http/errors';
import { protectionOf, Pull, State } from '../state/model';
import { heldByChecks } from './checks';
import { comparePull, PullTips } from './comparePull';
import { heldByOwners } from './heldByOwners';

export interface MergeOrder {
  method: 'merge' | 'squash' | 'rebase';
  /** What the head must be, where the caller has looked at it. */
  sha?: string;
  title?: string;
  message?: string;
  by: string;
}

const NOT_MERGEABLE = 'Pull Request is not mergeable';

/** Why a pull request can't be merged now; undefined where nothing holds it. */
export async function heldBy(
  repository: Repository,
  pull: Pull,
  tips: PullTips,
): Promise<string | undefined> {
  const state = repository.state.read();
  if (pull.closed) {
    return NOT_MERGEABLE;
  }
  if (pull.draft) {
    return 'Pull Request is still a draft';
  }
  const protection = protectionOf(state, pull.base);
  const statuses = state.statuses[tips.headSha] ?? [];
  if (protection?.strict && tips.commonSha !== tips.baseSha) {
    return 'The head branch is not up to date with the base branch.';
  }
  return (
    heldByChecks(protection, statuses) ??
    (await heldByOwners(repository, pull, tips))
  );
}

function refusedMethod(state: State, base: string, method: string) {
  const { allowMergeCommit, allowSquashMerge } = state.settings;
  if (method === 'merge' && protectionOf(state, base)?.linearHistory) {
    return 'This branch must not contain merge commits.';
  }
  if (method === 'merge' && !allowMergeCommit) {
    return 'Merge commits are not allowed on this repository.';
  }
  if (method === 'squash' && !allowSquashMerge) {
    return 'Squash merges are not allowed on this repository.';
  }
  return method === 'rebase'
    ? 'Rebase merges are not allowed on this repository.'
    : undefined;
}

/** The tree with both sides' changes; undefined where they touch the same file. */
export async function mergedTree(
  repository: Repository,
  { commonSha, baseSha, headSha }: PullTips,
): Promise<string | undefined> {
  const trees = await repository.lookUp(
    [commonSha, baseSha, headSha].map(sha => `${sha}^{tree}`),
  );
  const [base, ours, theirs] = trees.map(tree => tree?.sha ?? '');
  const merged = await mergeTrees(repository, { base, ours, theirs });
  return merged.kept.length === 0 ? merged.tree : undefined;
}

/**
 * Merges a pull request into its base and answers the commit that it became.
 *
 * @throws Refusal with GitHub's status and words where it is held.
 */
export async function mergePull(
  repository: Repository,
  pull: Pull,
  order: MergeOrder,
): Promise<string> {
  const tips = await comparePull(repository, pull);
  const held =
    (await heldBy(repository, pull, tips)) ??
    refusedMethod(repository.state.read(), pull.base, order.method);
  if (held) {
    throw new Refusal(405, held);
  }
  if (order.sha && order.sha !== tips.headSha) {
    throw new Refusal(
      409,
      'Head branch was modified. Review and try the merge again.',
    );
  }
  const tree = await mergedTree(repository, tips);
  if (!tree) {
    throw new Refusal(405, NOT_MERGEABLE);
  }

  const squash = order.method === 'squash';
  const { owner } = repository.id;
  const title =
    order.title ??
    (squash
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${owner}/${pull.head}`);
  const message = order.message ?? (squash ? '' : pull.title);
  const mergeSha = await writeCommit(repository, {
    tree,
    parents: squash ? [tips.baseSha] : [tips.baseSha, tips.headSha],
    message: [title, message].filter(part => part !== '').join('\n\n'),
    author: { ...SANDBOX, name: order.by },
  });
  const { base: branch } = pull;
  const from = tips.baseSha;
  if (!(await moveBranch(repository, { branch, from, to: mergeSha }))) {
    throw new Refusal(
      409,
      'Base branch was modified. Review and try the merge again.',
    );
  }
  const { headSha, baseSha } = tips;
  const at = new Date().toISOString();
  repository.state.change(({ pulls }) => {
    const merged = pulls.find(({ number }) => number === pull.number);
    if (merged) {
      merged.updatedAt = at;
      merged.closed = { at, headSha, baseSha, mergeSha, by: order.by };
    }
  });
  return mergeSha;
}
