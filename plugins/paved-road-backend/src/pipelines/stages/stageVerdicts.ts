import {
  PipelineReasonCode,
  StageVerdict,
} from '@paved-road/backstage-plugin-paved-road-common';
import { KeptResult } from '../results';

/** What a stage says of each rule that it says something of. */
export type StageVerdicts = ReadonlyMap<string, StageVerdict>;

/** The reasons why a result isn't of the documents and the rules that it should be of. */
const OF_SOMETHING_ELSE: PipelineReasonCode[] = [
  'other-bundle',
  'document-mismatch',
  'subject-mismatch',
];

/**
 * What a result says of each rule. Where it isn't of the rules in force that day,
 * or of the documents that it names, nobody knows whether a rule holds.
 */
export function verdictsOfResult(
  result: Pick<KeptResult, 'reasons' | 'results' | 'heldRules'>,
): StageVerdicts {
  const doubtful = result.reasons.some(({ code }) =>
    OF_SOMETHING_ELSE.includes(code),
  );
  return new Map<string, StageVerdict>([
    ...result.heldRules.map(
      rule => [rule, doubtful ? 'unknown' : 'held'] as const,
    ),
    ...result.results.map(({ rule, verdict }) => [rule, verdict] as const),
  ]);
}

/** Whether a rule needs no look at a stage; `unknown` and `exempt` never do. */
export function holds(verdict: StageVerdict): boolean {
  return verdict === 'pass' || verdict === 'skip' || verdict === 'held';
}
