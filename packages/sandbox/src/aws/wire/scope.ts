import { AwsError } from './AwsError';

/** What a request's signature names. */
export interface Scope {
  accessKeyId: string;
  region: string;
  service: string;
}

const CREDENTIAL =
  /^AWS4-HMAC-SHA256 Credential=([\w+.@-]{1,128})\/\d{8}\/([a-z0-9-]{1,40})\/([a-z0-9-]{1,40})\/aws4_request,/;

/**
 * Reads who calls from the scope of the signature, version 4. The signature
 * itself is not verified: whoever names an access key is taken at their word.
 *
 * @throws AwsError without such a header.
 */
export function readScope(authorization: string | undefined): Scope {
  const [, accessKeyId, region, service] =
    CREDENTIAL.exec(authorization ?? '') ?? [];
  if (!accessKeyId) {
    throw new AwsError(
      authorization
        ? 'IncompleteSignatureException'
        : 'MissingAuthenticationTokenException',
      authorization
        ? 'The Authorization header has to name a Credential with its scope'
        : 'Missing Authentication Token',
      authorization ? 400 : 403,
    );
  }
  return { accessKeyId, region, service };
}
