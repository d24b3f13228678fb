import { InputError, isError } from '@backstage/errors';
import { getBundle } from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  bundleArchiveType,
  readBundleArchive,
} from '@paved-road/backstage-plugin-paved-road-node';
import { BundleCache } from './BundleCache';
import { readBody } from './readBody';
import { refusalOf } from './refusalOf';

const TIMEOUT_MS = 60_000;

/**
 * The bundle in force, as the portal gives it out. What is cached is asked
 * about each time, so that no old rules decide.
 *
 * @throws InputError where the portal doesn't give it, or gives another than it
 * says; the signal's reason where it is aborted.
 */
export async function fetchBundle(options: {
  /** The address of its API. */
  portal: string;
  token: string;
  cache: BundleCache;
  signal: AbortSignal;
}): Promise<Bundle> {
  const { portal, token, cache, signal } = options;
  const cached = await cache.read();
  const answer = await ask({ portal, token, cached, signal });
  if (answer.status === 304 && cached) {
    requireDigest(portal, cached, answer.etag ?? tagOf(cached));
    return cached;
  }
  if (answer.status !== 200) {
    throw refusalOf({ ...answer, portal, token });
  }
  const bundle = await read(portal, answer.body);
  requireDigest(portal, bundle, answer.etag);
  await cache.write(bundle, answer.body);
  return bundle;
}

async function ask(options: {
  portal: string;
  token: string;
  cached: Bundle | undefined;
  signal: AbortSignal;
}): Promise<{ status: number; etag?: string; body: Buffer }> {
  const { portal, token, cached, signal } = options;
  try {
    const response = await fetch(portal + getBundle.path, {
      headers: {
        Accept: bundleArchiveType,
        Authorization: `Bearer ${token}`,
        ...(cached && { 'If-None-Match': tagOf(cached) }),
      },
      // Another place is not the one that was named, and not one for the token.
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    return {
      status: response.status,
      etag: response.headers.get('ETag')?.replace(/^W\//, ''),
      body: await readBody(response),
    };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof InputError) {
      throw error;
    }
    throw new InputError(
      `The portal at ${portal} can't be reached, so nothing was checked: ${reasonOf(
        error,
      )}`,
    );
  }
}

async function read(portal: string, body: Buffer): Promise<Bundle> {
  try {
    return await readBundleArchive(body);
  } catch (error) {
    throw new InputError(
      `What ${portal} answered can't be used as its bundle, so nothing was checked. ${
        isError(error) ? error.message : ''
      }`,
    );
  }
}

function requireDigest(
  portal: string,
  bundle: Bundle,
  etag: string | undefined,
): void {
  if (etag !== tagOf(bundle)) {
    throw new InputError(
      `The portal at ${portal} says that the bundle is ${
        etag ?? 'one without a digest'
      }, but it is ${bundle.digest}, so nothing was checked`,
    );
  }
}

function tagOf({ digest }: Bundle): string {
  return `"${digest}"`;
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
