import { z } from 'zod';
import { RepositoryId } from '../../forge/git/names';

const LOCATION = 'backstage.io/managed-by-location';

const entitySchema = z.object({
  metadata: z.object({
    annotations: z.record(z.string(), z.string()).default({}),
  }),
});

/** Where the catalog has a service from, compared with the repository that names it. */
export type Home = 'own' | 'other' | 'unknown';

/**
 * Asks the catalog whether a service comes from this repository: whoever could
 * name another team's service would speak for it, and deploy over it. A service
 * that the catalog doesn't know, or doesn't tell of, is `unknown`.
 */
export async function homeOf(
  service: string,
  { owner, name }: RepositoryId,
  portal: { url: string; token: string },
): Promise<Home> {
  const [kind, namespace, entity] = service.split(/[:/]/);
  const path = [kind, namespace, entity].map(encodeURIComponent).join('/');
  const url = new URL(`/api/catalog/entities/by-name/${path}`, portal.url);
  try {
    const answer = await fetch(url, {
      headers: { Authorization: `Bearer ${portal.token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    if (!answer.ok) {
      return 'unknown';
    }
    const { metadata } = entitySchema.parse(await answer.json());
    const location = metadata.annotations[LOCATION] ?? '';
    const [, place] = /^url:https?:\/\/[^/]+\/(.*)$/.exec(location) ?? [];
    if (!place) {
      return 'unknown';
    }
    return place.toLowerCase().startsWith(`${owner}/${name}/`.toLowerCase())
      ? 'own'
      : 'other';
  } catch {
    return 'unknown';
  }
}
