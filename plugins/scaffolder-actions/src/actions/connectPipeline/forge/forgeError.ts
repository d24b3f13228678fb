import { InputError, NotAllowedError } from '@backstage/errors';
import { RequestError } from 'octokit';
import { plainLine } from '../../../plainLine';
import { Repository } from '../../../pipeline';

/**
 * What a refusal of the forge means, and what to do about it. The request isn't
 * a part of it, since it holds the token.
 *
 * @param right - the right that the token needs for what was asked
 */
export function forgeError(
  error: unknown,
  { host, owner, name }: Repository,
  right: string,
): unknown {
  if (!(error instanceof RequestError)) {
    return error;
  }
  const { status } = error;
  const words = plainLine(error.message).slice(0, 200);
  const where = `${host}/${owner}/${name}`;
  if (status === 401) {
    return new NotAllowedError(
      `${host} doesn't accept the token (${words}); renew it`,
    );
  }
  if (status === 429 || (status === 403 && /rate limit/i.test(words))) {
    return new Error(
      `${host} takes no more requests for now (${words}); retry the task later`,
    );
  }
  if (status === 403 && /upgrade/i.test(words)) {
    return new InputError(
      `${host} doesn't protect branches of ${where} under its plan (${words}); use a plan that does, or make the repository public`,
    );
  }
  if (status === 403 || status === 404) {
    return new NotAllowedError(
      `${host} answers with ${status} (${words}): either there is no ${where}, or the token lacks the right '${right}' on it`,
    );
  }
  if (status === 422) {
    return new InputError(
      `${host} doesn't take what it is told of ${where} (${words})`,
    );
  }
  return new Error(
    `${host} can't be asked for ${where} (${status}, ${words}); retry the task when it is well`,
  );
}
