import {
  listRules,
  OperationQuery,
  OperationResponse,
  RuleSummary,
  severities,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PackRule } from '@paved-road/backstage-plugin-paved-road-node';

/** `CT.S3.PR.2` before `CT.S3.PR.10`. */
const byName = new Intl.Collator('en', { numeric: true });

/** What a list of rules can be narrowed by; a filter that is absent lets all through. */
export type RuleFilter = OperationQuery<typeof listRules>;

/** The values that each filter can take. */
export type RuleFacets = OperationResponse<typeof listRules>['facets'];

/** Whether a rule is among those asked for: one value of every filter fits it. */
export function matchesFilter(rule: PackRule, filter: RuleFilter): boolean {
  const { pack, severity, framework, resourceType, text } = filter;
  return (
    oneOf(pack, [rule.pack]) &&
    oneOf(severity, rule.severity ? [rule.severity] : []) &&
    oneOf(framework, rule.frameworks) &&
    oneOf(resourceType, rule.resourceTypes) &&
    (text === undefined || hasWords(rule, text))
  );
}

/** The most severe first, those without a severity last; then by pack and name. */
export function compareRules(
  a: Pick<RuleSummary, 'severity' | 'pack' | 'alias' | 'name'>,
  b: Pick<RuleSummary, 'severity' | 'pack' | 'alias' | 'name'>,
): number {
  return (
    severityRank(a) - severityRank(b) ||
    byName.compare(a.pack, b.pack) ||
    byName.compare(a.alias ?? a.name, b.alias ?? b.name)
  );
}

/** The values that each filter can take over the rules. */
export function facetsOf(rules: PackRule[]): RuleFacets {
  const found = new Set(rules.map(({ severity }) => severity));
  return {
    packs: distinct(rules.map(({ pack }) => pack)),
    severities: severities.filter(severity => found.has(severity)),
    frameworks: distinct(rules.flatMap(({ frameworks }) => frameworks)),
    resourceTypes: distinct(
      rules.flatMap(({ resourceTypes }) => resourceTypes),
    ),
  };
}

function distinct(values: string[]): string[] {
  return [...new Set(values)].sort(byName.compare);
}

function oneOf<T>(wanted: T[] | undefined, values: T[]): boolean {
  return !wanted || wanted.some(value => values.includes(value));
}

function hasWords(rule: PackRule, text: string): boolean {
  const { id, alias, title, description } = rule;
  const all = [id, alias, title, description].join('\n').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every(word => all.includes(word));
}

function severityRank({ severity }: Pick<RuleSummary, 'severity'>): number {
  return severity ? severities.indexOf(severity) : severities.length;
}
