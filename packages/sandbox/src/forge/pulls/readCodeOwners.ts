import { NotFoundError } from '@backstage/errors';
import { Repository } from '../git/Repository';
import { limits } from '../limits';

/** GitHub's order: the first of these that is there counts. */
const PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

/** The code owners of a commit, and where they are; undefined where there are none. */
export async function readCodeOwners(
  repository: Repository,
  commit: string,
): Promise<{ path: string; text: string } | undefined> {
  for (const path of PATHS) {
    try {
      const { sha, size, type } = await repository.entry(commit, path);
      if (type === 'blob') {
        // As on GitHub, one that is too large is none.
        return (size ?? 0) <= limits.codeOwnersBytes
          ? { path, text: (await repository.readBlob(sha)).toString('utf8') }
          : undefined;
      }
    } catch (error) {
      if (!(error instanceof NotFoundError)) {
        throw error;
      }
    }
  }
  return undefined;
}
