import { digestOf } from './digest';

/**
 * What names the documents that a pipeline checks and deploys: SHA-256 over one
 * line for each, its path, NUL, its digest and a line feed, sorted by the paths'
 * bytes.
 *
 * @public
 */
export function subjectDigestOf(
  documents: readonly { path: string; digest: string }[],
): string {
  const lines = documents
    .map(({ path, digest }) => Buffer.from(`${path}\0${digest}\n`))
    .sort(Buffer.compare);
  return digestOf(Buffer.concat(lines));
}
