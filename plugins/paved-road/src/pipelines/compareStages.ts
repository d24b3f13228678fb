import {
  OverallVerdict,
  PipelineResultSummary,
} from '@paved-road/backstage-plugin-paved-road-common';

/**
 * The results of which one can't say the same as of the source: one passes, the
 * other doesn't. Where the pipeline passes with failures that only advise in its
 * environment it has seen what fails in the source, and that is no disagreement.
 */
export function disagreements(
  source: OverallVerdict,
  newest: PipelineResultSummary[],
): PipelineResultSummary[] {
  return newest.filter(({ counts, verdict }) => {
    const sameFailures = source === 'fail' && counts.advising > 0;
    return (
      (source === 'pass') !== (verdict === 'pass') &&
      !(verdict === 'pass' && sameFailures)
    );
  });
}

/**
 * What was deployed although no pipeline is known to have checked these
 * documents for that environment.
 *
 * @param all - every result that is known
 */
export function unexplained(
  newest: PipelineResultSummary[],
  all: PipelineResultSummary[],
): PipelineResultSummary[] {
  return newest.filter(
    ({ environment, stage, subjectDigest }) =>
      stage === 'deployed' &&
      !all.some(
        other =>
          other.stage === 'pipeline' &&
          other.environment === environment &&
          other.subjectDigest === subjectDigest,
      ),
  );
}
