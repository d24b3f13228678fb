import { toError } from '@backstage/errors';
import {
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import { RepositoryPlace } from '../facts';
import { LookError } from '../LookError';
import { KnownAnswers } from './KnownAnswers';
import { readBody } from './readBody';

const TIMEOUT_MS = 10_000;

/** A folder of a thousand files, which is as much as GitHub lists, and a file of 1 MB. */
const MAX_BYTES = 4 * 1024 * 1024;

const SECOND = 1_000;

/** Where a host doesn't say for how long it wants to be left alone. */
const PAUSE_MS = 60 * SECOND;

const LONGEST_PAUSE_MS = 60 * 60 * SECOND;

export interface GithubAnswer {
  status: number;
  /** Undefined where it is no JSON. */
  body: unknown;
}

/**
 * Asks GitHub's REST API, never for long and never for much. A host that wants to
 * be left alone is, for as long as it says.
 */
export class GithubClient {
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;
  readonly #timeoutMs: number;
  readonly #pausedUntil = new Map<string, number>();
  readonly #known = new KnownAnswers();

  constructor(options: {
    integrations: ScmIntegrationRegistry;
    credentials: GithubCredentialsProvider;
    /** Of one question; ten seconds where absent. */
    timeoutMs?: number;
  }) {
    this.#integrations = options.integrations;
    this.#credentials = options.credentials;
    this.#timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  }

  /**
   * @param path - below the repository, beginning with a slash where it isn't empty
   * @throws LookError where there is no answer to rely on; the signal's reason
   * where it is given.
   */
  async get(
    place: RepositoryPlace,
    path: string,
    signal?: AbortSignal,
  ): Promise<GithubAnswer> {
    const { host, name, owner, url } = place;
    if (Date.now() < (this.#pausedUntil.get(host) ?? 0)) {
      throw resting(host);
    }
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    const either = signal ? AbortSignal.any([signal, timeout]) : timeout;
    try {
      const { headers } = await within(
        this.#credentials.getCredentials({ url }),
        either,
      );
      const asked = `${this.#apiBaseUrl(url)}/repos/${owner}/${name}${path}`;
      const known = this.#known.get(asked);
      const response = await fetch(asked, {
        headers: {
          ...headers,
          accept: 'application/vnd.github+json',
          ...(known && {
            'if-none-match': known.etag,
            // Else fetch says `no-cache`, which tells hosts to answer in full:
            // https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
            'cache-control': 'max-age=0',
          }),
        },
        signal: either,
      });
      const body = await within(readBody(response, MAX_BYTES), either);
      if (known && response.status === 304) {
        return { status: 200, body: known.body };
      }
      this.#refuse(host, response);
      this.#known.keep(asked, response, body);
      return { status: response.status, body };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof LookError) {
        throw error;
      }
      throw new LookError(
        timeout.aborted
          ? `${host} didn’t answer in time.`
          : `${host} can’t be reached.`,
        // Not shown: it may tell of the inside of the network.
        toError(error),
      );
    }
  }

  #apiBaseUrl(url: string): string {
    const { apiBaseUrl } = this.#integrations.github.byUrl(url)?.config ?? {};
    if (!apiBaseUrl) {
      throw new LookError(
        'integrations.github says no apiBaseUrl for the repository’s host.',
      );
    }
    return apiBaseUrl.replace(/\/+$/, '');
  }

  /** @throws LookError for an answer that says nothing of what was asked for. */
  #refuse(host: string, { headers, status }: Response): void {
    const isLimit =
      status === 429 ||
      (status === 403 &&
        (headers.has('retry-after') ||
          headers.get('x-ratelimit-remaining') === '0'));
    if (isLimit) {
      this.#pausedUntil.set(host, Date.now() + pauseOf(headers));
      throw resting(host);
    }
    if (status === 401) {
      throw new LookError(`${host} refuses the portal’s credentials.`);
    }
    if (![200, 403, 404].includes(status)) {
      throw new LookError(`${host} answers with the status ${status}.`);
    }
  }
}

function resting(host: string): LookError {
  return new LookError(`${host} takes no more questions for a while.`);
}

function pauseOf(headers: Headers): number {
  const after = Number(headers.get('retry-after')) * SECOND;
  const reset = Number(headers.get('x-ratelimit-reset')) * SECOND - Date.now();
  const asked = [after, reset].find(ms => ms > 0) ?? PAUSE_MS;
  return Math.min(asked, LONGEST_PAUSE_MS);
}

/** So that what knows no signal is not waited for either. */
async function within<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {};
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        stop = () => reject(signal.reason);
        signal.addEventListener('abort', stop);
      }),
    ]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
