import {
  ruleReason,
  ServiceRuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle, PackRule } from '@paved-road/backstage-plugin-paved-road-node';
import { RuleVerdict } from '../checks';

/** A rule never changes, and its reason takes a while to cut out. */
const reasons = new WeakMap<PackRule, { why?: string }>();

function reasonOf(rule: PackRule): string | undefined {
  const known = reasons.get(rule) ?? { why: ruleReason(rule) };
  reasons.set(rule, known);
  return known.why;
}

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
      why: rule && reasonOf(rule),
      remediation: rule?.remediation,
    };
  });
}
