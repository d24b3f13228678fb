import { ServiceRuleResult } from '@paved-road/backstage-plugin-paved-road-common';
import { Tone } from '../tone';

/**
 * How a verdict is shown: `fail` splits into what it does, and into the word
 * for a whole service.
 */
export type VerdictKind =
  | 'fail'
  | 'blocks'
  | 'advises'
  | 'unknown'
  | 'exempt'
  | 'pass'
  | 'skip';

export const verdictWords: Record<VerdictKind, string> = {
  fail: 'Fails',
  blocks: 'Blocks',
  advises: 'Advises',
  unknown: 'Unknown',
  exempt: 'Exempt',
  pass: 'Passes',
  skip: 'Does not apply',
};

export const verdictTones: Record<VerdictKind, Tone> = {
  fail: 'bad',
  blocks: 'bad',
  advises: 'warn',
  unknown: 'info',
  exempt: 'quiet',
  pass: 'good',
  skip: 'quiet',
};

/** What a rule's verdict means for the service it was reached on. */
export function resultKind(
  result: Pick<ServiceRuleResult, 'verdict' | 'enforcement'>,
): VerdictKind {
  if (result.verdict !== 'fail') {
    return result.verdict;
  }
  return result.enforcement === 'block' ? 'blocks' : 'advises';
}
