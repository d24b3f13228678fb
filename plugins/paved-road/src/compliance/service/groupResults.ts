import {
  ServiceRuleResult,
  severities,
} from '@paved-road/backstage-plugin-paved-road-common';
import { resultKind, VerdictKind } from '../../shared/verdict';

/** What must be fixed first comes first. */
const ORDER = [
  'blocks',
  'unknown',
  'advises',
  'exempt',
  'pass',
  'skip',
] as const satisfies VerdictKind[];

export type ResultGroupKind = (typeof ORDER)[number];

export interface ResultGroup {
  kind: ResultGroupKind;
  results: ServiceRuleResult[];
}

/**
 * A service's results by what they ask of its owner, each group with the most
 * severe rule first. Groups without results are left out; no result is.
 */
export function groupResults(results: ServiceRuleResult[]): ResultGroup[] {
  return ORDER.map(kind => ({
    kind,
    results: results
      .filter(result => resultKind(result) === kind)
      .sort(bySeverityAndTitle),
  })).filter(group => group.results.length > 0);
}

function bySeverityAndTitle(a: ServiceRuleResult, b: ServiceRuleResult) {
  return weight(a) - weight(b) || a.title.localeCompare(b.title);
}

function weight({ severity }: ServiceRuleResult): number {
  return severity ? severities.indexOf(severity) : severities.length;
}

/** Results that share a reason, such as a document that can't be read. */
export function groupByReason(
  results: ServiceRuleResult[],
): { reason: string; results: ServiceRuleResult[] }[] {
  const groups = new Map<string, ServiceRuleResult[]>();
  for (const result of results) {
    const reason = result.reason ?? 'No reason is recorded.';
    groups.set(reason, [...(groups.get(reason) ?? []), result]);
  }
  return [...groups].map(([reason, members]) => ({
    reason,
    results: members,
  }));
}
