import { InputError } from '@backstage/errors';
import { readDocumentPatterns } from '@paved-road/backstage-plugin-paved-road-node';

/**
 * The patterns of what is scanned and deployed, in the one form in which the
 * platform's files have them.
 *
 * @param origin - where they are written, the subject of the error
 * @throws InputError where they lead out, can't be matched, or would mean
 * something else to the pipeline
 */
export function readDocuments(
  documents: string | string[],
  origin: string,
): string {
  const text = [documents].flat().join(',');
  // A line break would end a line of a file, and '${{' is an expression of GitHub's.
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(text) || text.includes('${{')) {
    throw new InputError(
      `${origin} has a control character, a line break or '\${{'; write plain glob patterns such as 'infra/*.yaml'`,
    );
  }
  return readDocumentPatterns(text, origin).join(', ');
}
