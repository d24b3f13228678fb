import { InputError } from '@backstage/errors';
import { plainLine } from '../plainLine';

/** No sign of these means something to git, YAML, a URL or a workflow's filter. */
const BRANCH = /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/;

/**
 * The branch that goes to production.
 *
 * @throws InputError where its name can't be written everywhere as it is
 */
export function readBranch(branch = 'main'): string {
  const isUsable =
    branch.length <= 200 && BRANCH.test(branch) && !branch.includes('..');
  if (!isUsable) {
    throw new InputError(
      `The branch '${plainLine(branch).slice(
        0,
        60,
      )}' can't be used: use letters, digits, dots, hyphens, underscores and slashes, 200 at most`,
    );
  }
  return branch;
}
