import { createRemoteJWKSet, errors, JWTVerifyGetKey, jwtVerify } from 'jose';
import { Refusal } from './refusal.js';

/** Says who calls, or refuses. */
export type Tokens = (authorization: string | undefined) => Promise<Caller>;

export interface Caller {
  subject: string;
}

interface Options {
  /** As in the token's `iss`; its keys are found by OpenID Connect's discovery. */
  issuer: string;
  audience: string;
}

const TIMEOUT_MS = 5_000;

/** The token is wrong. Whatever else goes wrong is ours or the issuer's. */
const REFUSED = new Set([
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JWTClaimValidationFailed.code,
  errors.JWTExpired.code,
  errors.JWTInvalid.code,
]);

export function createTokens({ issuer, audience }: Options): Tokens {
  let keys: Promise<JWTVerifyGetKey> | undefined;

  return async authorization => {
    const [, token] = /^Bearer ([\w.~+/=-]+)$/i.exec(authorization ?? '') ?? [];
    if (!token) {
      throw new Refusal(401, 'The call has to carry a token');
    }
    keys ??= findKeys(issuer).catch(error => {
      // Tried again with the next call.
      keys = undefined;
      throw error;
    });
    const getKey = await keys;
    try {
      const { payload } = await jwtVerify(token, getKey, {
        issuer,
        audience,
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        requiredClaims: ['exp', 'sub'],
        clockTolerance: 5,
      });
      return { subject: String(payload.sub) };
    } catch (error) {
      if (error instanceof errors.JOSEError && REFUSED.has(error.code)) {
        throw new Refusal(
          401,
          'The token has to be valid, and made out for us',
        );
      }
      throw error;
    }
  };
}

async function findKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(
    `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  if (!response.ok) {
    throw new Error(`The issuer answered ${response.status}`);
  }
  const found = (await response.json()) as Record<string, unknown>;
  const keys = new URL(String(found.jwks_uri));
  if (found.issuer !== issuer || keys.protocol !== new URL(issuer).protocol) {
    throw new Error('The issuer says of itself that it is another one');
  }
  return createRemoteJWKSet(keys, { timeoutDuration: TIMEOUT_MS });
}
