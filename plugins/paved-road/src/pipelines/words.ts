import {
  OverallVerdict,
  PipelineOutcome,
  PipelineReasonCode,
  StageSummary,
} from '@paved-road/backstage-plugin-paved-road-common';

export const stageWords: Record<StageSummary['stage'], string> = {
  source: 'Source',
  pipeline: 'Pipeline',
  deployed: 'Deployed',
};

const VERDICTS: Record<OverallVerdict, string> = {
  pass: 'passes',
  fail: 'fails',
  unknown: 'is not known to pass',
};

const SUBJECTS: Record<StageSummary['stage'], (environment: string) => string> =
  {
    source: () => 'the source',
    pipeline: environment => `what the pipeline checked for ${environment}`,
    deployed: environment => `what was deployed to ${environment}`,
  };

/** `What was deployed to production fails` */
export function stageSentence(
  stage: StageSummary['stage'],
  verdict: OverallVerdict,
  environment: string,
): string {
  const subject = SUBJECTS[stage](environment);
  return `${subject.charAt(0).toLocaleUpperCase('en-GB')}${subject.slice(1)} ${
    VERDICTS[verdict]
  }`;
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
  'no-documents':
    'Name the documents that are deployed; the check takes their paths and patterns.',
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
