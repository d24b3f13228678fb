import { InputError } from '@backstage/errors';
import {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { Octokit } from 'octokit';
import { Repository } from '../../../pipeline';
import { TaskContext } from '../../../TaskContext';

const TIMEOUT_MS = 30_000;
/** Longer than this nobody waits in a task. */
const LONGEST_PAUSE_S = 60;

/** How the forge is got to, as the portal is configured. */
export interface ForgeAccess {
  integrations: ScmIntegrationRegistry;
  credentials: GithubCredentialsProvider;
  /** Whether only the user's own token may be used. */
  needsUserToken: boolean;
}

interface Asked {
  request: { retryCount: number };
}

const onLimit = (retryAfter: number, { request }: Asked) =>
  request.retryCount === 0 && retryAfter <= LONGEST_PAUSE_S;

/**
 * GitHub's client for a repository, with the user's token or the portal's.
 *
 * @throws InputError where there is no token for it
 */
export async function createOctokit(
  { integrations, credentials, needsUserToken }: ForgeAccess,
  { host, owner, name }: Repository,
  token: string | undefined,
  { signal }: Pick<TaskContext, 'signal'>,
): Promise<Octokit> {
  if (!token && needsUserToken) {
    throw new InputError(
      `The scaffolder is configured to use tokens of users only, and there is none for ${host}; hand it over with 'token', such as \${{ secrets.USER_OAUTH_TOKEN }}`,
    );
  }
  const auth =
    token ??
    (
      await credentials.getCredentials({
        url: `https://${host}/${owner}/${name}`,
      })
    ).token;
  if (!auth) {
    throw new InputError(
      `The portal has no token for ${host}/${owner}/${name}; configure one in integrations.github, or hand one over with 'token'`,
    );
  }
  return new Octokit({
    auth,
    baseUrl: integrations.github.byHost(host)?.config.apiBaseUrl,
    // What the client would log has addresses in it, and nothing for the reader.
    log: { debug() {}, info() {}, warn() {}, error() {} },
    throttle: { onRateLimit: onLimit, onSecondaryRateLimit: onLimit },
    // Not with each request: there it would ask again whatever is answered.
    retry: { retries: 2 },
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, {
          ...init,
          signal: AbortSignal.any([
            AbortSignal.timeout(TIMEOUT_MS),
            ...(signal ? [signal] : []),
          ]),
        }),
    },
  });
}
