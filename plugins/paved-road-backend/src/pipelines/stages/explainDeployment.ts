import { ChecksOfDocuments, KeptResult } from '../results';

/** More would be read by nobody. */
const MOST_SHOWN = 3;

/**
 * Whether a deployment is one that the pipeline's check explains: the newest
 * check of the same documents for the same environment that came before it has
 * to pass. A pass that came only afterwards explains nothing, since the
 * deployment hasn't waited for it.
 *
 * @returns why it isn't explained, in words; undefined where it is
 */
export function whyUnexplained(
  deployed: Pick<KeptResult, 'runId' | 'environment' | 'documents'>,
  { before, passedAfter }: ChecksOfDocuments,
): string | undefined {
  const { documents, environment, runId } = deployed;
  if (documents.length === 0) {
    return `Run ${runId} names no document of what it deployed to ${environment}, so nobody knows what it was.`;
  }
  const what = `What run ${runId} deployed to ${environment} (${pathsOf(
    documents,
  )})`;
  switch (before?.verdict) {
    case 'pass':
      return undefined;
    case 'fail':
      return `${what} was deployed although the pipeline’s check of it failed.`;
    case 'unknown':
      return `${what} was deployed although the pipeline’s check of it was not known to pass.`;
    default:
      return passedAfter
        ? `${what} was deployed before the pipeline’s check of it passed.`
        : `${what} is not explained: no pipeline result for ${environment} is known of exactly these documents.`;
  }
}

function pathsOf(documents: KeptResult['documents']): string {
  const paths = documents.map(({ path }) => path);
  const more = paths.length - MOST_SHOWN;
  return (
    paths.slice(0, MOST_SHOWN).join(', ') +
    (more > 0 ? ` and ${more} more` : '')
  );
}
