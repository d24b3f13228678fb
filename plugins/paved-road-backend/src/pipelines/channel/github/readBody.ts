import { LookError } from '../LookError';

/** Reads an answer's JSON of at most `maxBytes`; undefined for what is no JSON. */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) {
      break;
    }
    size += value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new LookError('The host’s answer is larger than what is read.');
    }
    chunks.push(value);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
