import { RuleSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { isPast } from '../shared/times';

/** What a rule lacks and its owner should give it. */
export const ruleGaps = ['broken', 'no-rationale', 'review-overdue'] as const;

export type RuleGap = (typeof ruleGaps)[number];

export const gapWords: Record<RuleGap, string> = {
  broken: 'Broken',
  'no-rationale': 'No rationale',
  'review-overdue': 'Review overdue',
};

export function gapsOf(
  rule: Pick<RuleSummary, 'broken' | 'hasRationale' | 'reviewBy'>,
  now: number,
): RuleGap[] {
  const has: Record<RuleGap, boolean> = {
    broken: rule.broken !== undefined,
    'no-rationale': !rule.hasRationale,
    'review-overdue': isPast(rule.reviewBy, now),
  };
  return ruleGaps.filter(gap => has[gap]);
}
