import { StageSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { KeptSummary } from '../results';

/** What is known of a stage of the pipeline. */
export function stageSummary(
  stage: KeptSummary['stage'],
  result: KeptSummary | undefined,
): StageSummary {
  return result
    ? {
        stage,
        verdict: result.verdict,
        id: result.id,
        runId: result.runId,
        commit: result.commit,
        bundleDigest: result.bundleDigest,
        subjectDigest: result.subjectDigest,
        at: result.receivedAt,
        url: result.url,
      }
    : { stage };
}
