import { PipelineResult } from '@paved-road/backstage-plugin-paved-road-common';

const verdictWords = {
  pass: 'passes',
  fail: 'fails',
  unknown: 'is unknown',
};

/** What the portal made of a result, line by line. */
export function judgementText(judged: PipelineResult): string[] {
  const { entityRef, environment, reasons, runId, stage, verdict } = judged;
  return [
    `By the portal's judgement the ${stage} stage of the run ${runId} of ${entityRef} ${verdictWords[verdict]} for ${environment}.`,
    ...reasons.map(({ message }) => `  ${message}`),
  ];
}
