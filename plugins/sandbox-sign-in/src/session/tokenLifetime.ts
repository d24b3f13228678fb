import { z } from 'zod';

const claimsSchema = z.object({ iat: z.number(), exp: z.number() });

function decodeBase64Url(text: string): string {
  return atob(text.replace(/-/g, '+').replace(/_/g, '/'));
}

/**
 * For how many milliseconds a token is valid, from when it was issued. Not until
 * when: the browser's clock may differ from the backend's. 0 where the token
 * doesn't say.
 */
export function tokenLifetime(token: string): number {
  try {
    const payload: unknown = JSON.parse(
      decodeBase64Url(token.split('.')[1] ?? ''),
    );
    const { iat, exp } = claimsSchema.parse(payload);
    return Math.max(0, exp - iat) * 1_000;
  } catch {
    return 0;
  }
}
