import { RuleResult } from '@paved-road/backstage-plugin-paved-road-common';
import { Chalk } from 'chalk';
import { plainText } from '../terminal/plainText';

const MOST = 10;

/** What could not be told, by the reason. */
export function unknownText(results: RuleResult[], colours: Chalk): string[] {
  const byReason = new Map<string, string[]>();
  for (const { verdict, reason = 'No reason is known', rule } of results) {
    if (verdict === 'unknown') {
      byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
    }
  }
  return [...byReason].flatMap(([reason, rules]) => [
    '',
    `  ${colours.yellow('? UNKNOWN')}  ${plainText(reason)}`,
    ...rules.slice(0, MOST).map(rule => `      ${rule}`),
    ...(rules.length > MOST ? [`      and ${rules.length - MOST} more`] : []),
  ]);
}
