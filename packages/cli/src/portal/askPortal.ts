import { InputError, isError } from '@backstage/errors';
import { Errand } from './errand';
import { readBody } from './readBody';

const TIMEOUT_MS = 60_000;

/** What a portal has answered, whatever its status is. */
export interface PortalAnswer {
  status: number;
  etag?: string;
  body: Buffer;
}

/**
 * Asks a portal for something in the name of the token's owner.
 *
 * @throws InputError where it doesn't answer whole; the signal's reason where it
 * is aborted.
 */
export async function askPortal(options: {
  /** The address of its API. */
  portal: string;
  token: string;
  /** Of what is asked for: the portal's address and a path. */
  url: string;
  init?: RequestInit;
  errand: Errand;
  signal: AbortSignal;
}): Promise<PortalAnswer> {
  const { portal, token, url, init, errand, signal } = options;
  try {
    const response = await fetch(url, {
      ...init,
      headers: { ...init?.headers, Authorization: `Bearer ${token}` },
      // Another place is not the one that was named, and not one for the token.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    return {
      status: response.status,
      etag: response.headers.get('ETag')?.replace(/^W\//, ''),
      body: await readBody(response, errand),
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof InputError) {
      throw error;
    }
    throw new InputError(
      `The portal at ${portal} can't be reached, ${
        errand.consequence
      }: ${reasonOf(error)}`,
    );
  }
}

function reasonOf(error: unknown): string {
  if (!isError(error)) {
    return 'unknown reason';
  }
  if (error.name === 'TimeoutError') {
    return `it did not answer within ${TIMEOUT_MS / 1000} s`;
  }
  const { code, message } = (error.cause ?? error) as NodeJS.ErrnoException;
  return code ?? message;
}
