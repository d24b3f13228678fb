import { InputError, isError } from '@backstage/errors';
import { getBundle } from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  bundleArchiveType,
  readBundleArchive,
} from '@paved-road/backstage-plugin-paved-road-node';
import { askPortal } from './askPortal';
import { BundleCache } from './BundleCache';
import { fetchErrand as errand } from './errand';
import { PortalAccess } from './PortalAccess';
import { refusalOf } from './refusalOf';

/**
 * The bundle in force, as the portal gives it out. What is cached is asked
 * about each time, so that no old rules decide.
 *
 * @throws InputError where the portal doesn't give it, or gives another than it
 * says; the signal's reason where it is aborted.
 */
export async function fetchBundle(
  options: PortalAccess & { cache: BundleCache; signal: AbortSignal },
): Promise<Bundle> {
  const { portal, token, cache, signal } = options;
  const cached = await cache.read();
  const answer = await askPortal({
    portal,
    token,
    url: portal + getBundle.path,
    init: {
      headers: {
        Accept: bundleArchiveType,
        ...(cached && { 'If-None-Match': tagOf(cached) }),
      },
    },
    errand,
    signal,
  });
  if (answer.status === 304 && cached) {
    requireDigest(portal, cached, answer.etag ?? tagOf(cached));
    return cached;
  }
  if (answer.status !== 200) {
    throw refusalOf({ ...answer, portal, token, errand });
  }
  const bundle = await read(portal, answer.body);
  requireDigest(portal, bundle, answer.etag);
  await cache.write(bundle, answer.body);
  return bundle;
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
