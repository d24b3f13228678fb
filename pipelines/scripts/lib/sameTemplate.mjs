import { isDeepStrictEqual } from 'node:util';

/**
 * Whether a template that AWS gives back is the document. The command line reads
 * JSON templates and gives them as objects, and the service may end a text with
 * another number of line ends.
 */
export function isSameTemplate(body, bytes) {
  const text = bytes.toString('utf8');
  if (typeof body === 'string') {
    return body.trimEnd() === text.trimEnd();
  }
  try {
    return isDeepStrictEqual(body, JSON.parse(text));
  } catch {
    return false;
  }
}

export const textOf = body =>
  typeof body === 'string' ? body : `${JSON.stringify(body, undefined, 2)}\n`;
