import { z } from 'zod';
import { RepositoryId } from '../../forge/git/names';

const LOCATION = 'backstage.io/managed-by-location';
const RIGHT = 'the permission catalog.entity.read';

const entitySchema = z.object({
  metadata: z.object({
    annotations: z.record(z.string(), z.string()).default({}),
  }),
});

/** Where the catalog has a service from, compared with the repository that names it. */
export type Home =
  | { from: 'own' | 'other' }
  /** Nobody knows, and why; it may be known a little later. */
  | { from: 'unknown'; why: string; mayChange: boolean };

const unknown = (why: string, mayChange = false): Home => ({
  ...{ from: 'unknown', why, mayChange },
});

function refused(service: string, status: number): Home {
  if (status === 404) {
    return unknown(
      `The catalog doesn’t know ${service}: register it, or give the pipeline’s token ${RIGHT}`,
      true,
    );
  }
  if (status === 401 || status === 403) {
    return unknown(
      `The catalog refuses the pipeline’s token (${status}): give it ${RIGHT}`,
    );
  }
  return unknown(
    `The catalog doesn’t tell which repository ${service} is from (${status})`,
    status === 429 || status >= 500,
  );
}

function compare(service: string, location: string, id: RepositoryId): Home {
  const [, place] = /^url:https?:\/\/[^/]+\/(.*)$/.exec(location) ?? [];
  if (!place) {
    return unknown(
      `The catalog has ${service} from no repository: register it from its own`,
    );
  }
  const own = `${id.owner}/${id.name}/`.toLowerCase();
  return { from: place.toLowerCase().startsWith(own) ? 'own' : 'other' };
}

/**
 * Asks the catalog whether a service comes from this repository: whoever could
 * name another team's service would speak for it, and deploy over it. What isn't
 * a clear yes is none.
 *
 * @throws the signal's reason where it is aborted.
 */
export async function homeOf(
  service: string,
  repository: RepositoryId,
  portal: { url: string; token: string; signal: AbortSignal },
): Promise<Home> {
  const [kind, namespace, entity] = service.split(/[:/]/);
  const path = [kind, namespace, entity].map(encodeURIComponent).join('/');
  const url = new URL(`/api/catalog/entities/by-name/${path}`, portal.url);
  let answer: Response;
  try {
    answer = await fetch(url, {
      headers: { Authorization: `Bearer ${portal.token}` },
      redirect: 'manual',
      signal: AbortSignal.any([portal.signal, AbortSignal.timeout(10_000)]),
    });
  } catch {
    portal.signal.throwIfAborted();
    const why = `The catalog can’t be reached, so nobody knows which repository ${service} is from`;
    return unknown(why, true);
  }
  if (!answer.ok) {
    await answer.body?.cancel();
    return refused(service, answer.status);
  }
  const body = await answer.json().catch(() => undefined);
  portal.signal.throwIfAborted();
  const { data } = entitySchema.safeParse(body);
  return data
    ? compare(service, data.metadata.annotations[LOCATION] ?? '', repository)
    : unknown(`The catalog’s answer about ${service} can’t be read`);
}
