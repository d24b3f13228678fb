import {
  OverallVerdict,
  PipelineOutcome,
  PipelineReasonCode,
  PipelineResultSummary,
  PipelineStage,
} from '@paved-road/backstage-plugin-paved-road-common';

export const stageWords: Record<PipelineStage, string> = {
  pipeline: 'Pipeline',
  deployed: 'Deployed',
};

const VERDICTS: Record<OverallVerdict, string> = {
  pass: 'passes',
  fail: 'fails',
  unknown: 'is not known to pass',
};

const SUBJECTS: Record<PipelineStage, string> = {
  pipeline: 'what the pipeline checked for',
  deployed: 'what was deployed to',
};

/** `what was deployed to production fails` */
export function resultSentence(
  result: Pick<PipelineResultSummary, 'stage' | 'environment' | 'verdict'>,
): string {
  return `${SUBJECTS[result.stage]} ${result.environment} ${
    VERDICTS[result.verdict]
  }`;
}

/** `The source passes; what was deployed to production fails.` */
export function disagreementSentence(
  source: OverallVerdict,
  result: PipelineResultSummary,
): string {
  return `The source ${VERDICTS[source]}; ${resultSentence(result)}.`;
}

/** What the pipeline claims of itself. */
export const outcomeWords: Record<PipelineOutcome, string> = {
  passed: 'it passed',
  failed: 'it failed',
  deployed: 'it was deployed',
  stopped: 'it was stopped',
};

/** What to do about a reason, where the reason itself doesn't say. */
export const reasonAdvice: Record<PipelineReasonCode, string> = {
  'no-rules': 'Check with the rules of the portal: paved-road check --portal.',
  'unknown-rule': 'Check with the rules of the portal, and with no others.',
  'other-bundle':
    'The rules have changed, or others were used. Run the pipeline again with those of the portal.',
  'document-mismatch': 'Send the report of the same documents that it names.',
  'subject-mismatch':
    'Let paved-road check post the result; it makes the digest.',
  'blocking-findings': 'Fix these in the source and run the pipeline again.',
  'not-evaluated': 'Check with all rules of the portal.',
  'unknown-verdict': 'See the report of the run for why.',
  'missing-packs': 'Ask the people who run this portal to load them.',
};
