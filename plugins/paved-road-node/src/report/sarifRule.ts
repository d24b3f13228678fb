import {
  ruleReason,
  Severity,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PackRule } from '../packs/types';
import { SarifLevel, SarifRule } from './sarifTypes';

/** GitHub's code scanning sorts by a number between 0 and 10. */
const securitySeverity: Record<Severity, string> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '3.0',
};

/** What SARIF says of a rule, for a person who meets it in another tool. */
export function toSarifRule(
  rule: PackRule,
  level: SarifLevel,
  url: string | undefined,
): SarifRule {
  const reason = ruleReason(rule);
  const text = helpOf(rule);
  return {
    id: rule.id,
    name: rule.name,
    shortDescription: { text: rule.title },
    fullDescription: reason ? { text: reason } : undefined,
    help: { text, markdown: text },
    helpUri: url ?? rule.source.viewUrl ?? rule.references[0]?.url,
    defaultConfiguration: { level },
    properties: {
      pack: rule.pack,
      alias: rule.alias,
      severity: rule.severity,
      'security-severity': rule.severity && securitySeverity[rule.severity],
      owner: rule.owner,
      tags: tagsOf(rule),
    },
  };
}

function tagsOf({ resourceTypes, controls }: PackRule): string[] {
  const clauses = controls.flatMap(control =>
    control.clauses.map(clause => `${control.framework} ${clause}`),
  );
  return [...new Set(['policy', ...resourceTypes, ...clauses])];
}

function helpOf(rule: PackRule): string {
  return [
    rule.rationale ?? rule.description ?? 'No rationale is recorded.',
    ...(rule.remediation ? [`How to comply: ${rule.remediation}`] : []),
    ...(rule.proposeChanges
      ? [`To change the rule: ${rule.proposeChanges}`]
      : []),
  ].join('\n\n');
}
