import { mergeBase } from '../git/compare';
import { Repository } from '../git/Repository';
import { Pull } from '../state/model';

/** Where the branches of a pull request are, or were when it was closed. */
export interface PullTips {
  headSha: string;
  baseSha: string;
  /** What they have in common; what is proposed is what came after it. */
  commonSha: string;
}

/**
 * Finds a pull request's two ends.
 *
 * @throws Error where the repository no longer has them.
 */
export async function comparePull(
  repository: Repository,
  pull: Pick<Pull, 'head' | 'base' | 'closed'>,
): Promise<PullTips> {
  const headSha = pull.closed?.headSha ?? (await repository.tipOf(pull.head));
  const baseSha = pull.closed?.baseSha ?? (await repository.tipOf(pull.base));
  const commonSha =
    headSha && baseSha && (await mergeBase(repository, baseSha, headSha));
  if (!commonSha) {
    throw new Error(
      `${pull.head} and ${pull.base} have nothing in common, or are gone`,
    );
  }
  return { headSha, baseSha, commonSha };
}
