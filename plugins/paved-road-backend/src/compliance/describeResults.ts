import {
  ruleReason,
  ServiceRuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle } from '@paved-road/backstage-plugin-paved-road-node';
import { RuleVerdict } from './checks';

/**
 * Verdicts with what the rules in force say of themselves. A rule that is no
 * longer in force shows its id.
 */
export function describeResults(
  results: RuleVerdict[],
  bundle: Bundle,
): ServiceRuleResult[] {
  return results.map(result => {
    const rule = bundle.rules.get(result.rule);
    return {
      ...result,
      title: rule?.title ?? result.rule,
      alias: rule?.alias,
      severity: rule?.severity,
      owner: rule?.owner,
      why: rule && ruleReason(rule),
      remediation: rule?.remediation,
    };
  });
}
