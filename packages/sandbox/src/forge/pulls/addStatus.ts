import { Repository } from '../git/Repository';
import { Refusal } from '../http/errors';
import { limits } from '../limits';
import { Status } from '../state/model';

/**
 * Keeps what a check says of a commit.
 *
 * @throws Refusal in GitHub's words where too much was said of it.
 */
export function addStatus(
  repository: Repository,
  sha: string,
  said: Pick<
    Status,
    'state' | 'context' | 'description' | 'targetUrl' | 'creator'
  >,
): Status {
  return repository.state.change(({ statuses }) => {
    const known = statuses[sha] ?? [];
    if (known.length >= limits.statuses) {
      throw new Refusal(
        422,
        'This SHA and context has reached the maximum number of statuses.',
      );
    }
    const status = {
      id: known.length + 1,
      ...said,
      createdAt: new Date().toISOString(),
    };
    statuses[sha] = [...known, status];
    return status;
  });
}
