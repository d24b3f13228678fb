import { Refusal } from './Refusal.mjs';

const MOST_BYTES = 50 * 1024 * 1024;

/** The rules in force as the portal gives them out, or undefined where they are those that are known. */
export async function fetchBundle({ portal, token, known }) {
  const response = await fetch(`${portal}/bundle`, {
    headers: {
      accept: 'application/gzip',
      authorization: `Bearer ${token}`,
      ...(known && { 'if-none-match': `"${known}"` }),
    },
    redirect: 'error',
    signal: AbortSignal.timeout(60_000),
  }).catch(error => {
    throw new Refusal(`The portal can't be reached: ${error.message}`);
  });
  if (response.status === 304) {
    return undefined;
  }
  const digest = /^"(sha256:[0-9a-f]{64})"$/.exec(
    response.headers.get('etag') ?? '',
  )?.[1];
  if (!response.ok || !digest) {
    throw new Refusal(
      `The portal answers ${response.status} and no bundle, so the hook keeps the rules it has`,
    );
  }
  const bytes = Buffer.from(await response.arrayBuffer());
  if (bytes.length > MOST_BYTES) {
    throw new Refusal(`The portal's bundle has ${bytes.length} bytes`);
  }
  return { digest, bytes };
}
