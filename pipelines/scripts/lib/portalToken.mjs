import { Refusal } from './Refusal.mjs';

const AUDIENCE = 'paved-road';

/**
 * The token for the portal: the one that the platform keeps, or one of GitHub's
 * that says which workflow of which repository asks for it.
 */
export async function portalToken() {
  const {
    PAVED_ROAD_TOKEN: kept,
    ACTIONS_ID_TOKEN_REQUEST_URL: address,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
  } = process.env;
  if (kept) {
    return kept;
  }
  if (!address || !bearer) {
    throw new Refusal(
      'There is no token for the portal. A pull request from a fork gets none: let a colleague push the branch to the repository',
    );
  }
  const url = new URL(address);
  url.searchParams.set('audience', AUDIENCE);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${bearer}` },
    signal: AbortSignal.timeout(30_000),
  }).catch(() => undefined);
  const value = response?.ok && (await response.json()).value;
  if (typeof value !== 'string') {
    throw new Refusal('GitHub gives no token for the portal');
  }
  return value;
}
