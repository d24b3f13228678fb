import {
  combineVerdicts,
  DocumentReport,
  RuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle } from '@paved-road/backstage-plugin-paved-road-node';
import { RuleVerdict } from '../checks';

/**
 * Each rule's verdict over all documents, in the order of their ids. A document
 * that couldn't be fetched leaves every rule that doesn't fail elsewhere
 * `unknown`.
 */
export function combineResults(options: {
  reports: DocumentReport[];
  unreadable: { path: string; error: string }[];
  bundle: Bundle;
  environment: string;
}): RuleVerdict[] {
  const { bundle, environment, reports, unreadable } = options;
  const byRule = new Map<string, { document: string; result: RuleResult }[]>();
  for (const { path, results } of reports) {
    for (const result of results) {
      const all = byRule.get(result.rule) ?? [];
      all.push({ document: path, result });
      byRule.set(result.rule, all);
    }
  }
  return [...bundle.rules.values()]
    .map((rule): RuleVerdict => {
      const all = byRule.get(rule.id) ?? [];
      const verdict = combineVerdicts([
        ...all.map(({ result }) => result.verdict),
        ...unreadable.map(() => 'unknown' as const),
      ]);
      return {
        rule: rule.id,
        verdict,
        enforcement: bundle.enforcementOf(rule, environment),
        reason:
          verdict === 'unknown'
            ? reasonOf(
                all.map(({ result }) => result),
                unreadable,
              )
            : undefined,
        findings: all.flatMap(({ document, result }) =>
          result.findings.map(finding => ({ ...finding, document })),
        ),
      };
    })
    .sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

function reasonOf(
  results: RuleResult[],
  unreadable: { path: string }[],
): string {
  const known = results.find(
    ({ verdict, reason }) => verdict === 'unknown' && reason,
  )?.reason;
  if (known) {
    return known;
  }
  return unreadable.length > 0
    ? `${unreadable[0].path} can't be read`
    : 'The rule was not evaluated';
}
