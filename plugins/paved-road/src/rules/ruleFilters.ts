import {
  RuleSummary,
  severities,
  Severity,
} from '@paved-road/backstage-plugin-paved-road-common';
import { gapsOf, RuleGap, ruleGaps } from './ruleGaps';

/** How many rules a page of the list shows. */
export const RULES_PER_PAGE = 50;

/** As long as the API takes it. */
export const LONGEST_TEXT = 200;

/** What the list of rules shows, as its address says it. */
export interface RuleFilters {
  framework: string[];
  severity: Severity[];
  pack: string[];
  resourceType: string[];
  text: string;
  gap?: RuleGap;
  /** From 1. */
  page: number;
}

/** Reads an address; what is no filter there is left out. */
export function readRuleFilters(params: URLSearchParams): RuleFilters {
  const gap = params.get('gap');
  const page = Number(params.get('page'));
  return {
    framework: params.getAll('framework'),
    severity: severities.filter(one => params.getAll('severity').includes(one)),
    pack: params.getAll('pack'),
    resourceType: params.getAll('resourceType'),
    text: (params.get('text') ?? '').slice(0, LONGEST_TEXT),
    gap: ruleGaps.find(one => one === gap),
    page: Number.isInteger(page) && page > 1 ? page : 1,
  };
}

/** True where the list is narrowed in any way. */
export function hasRuleFilters(filters: RuleFilters): boolean {
  return (
    [
      ...filters.framework,
      ...filters.severity,
      ...filters.pack,
      ...filters.resourceType,
    ].length > 0 ||
    filters.text.trim() !== '' ||
    filters.gap !== undefined
  );
}

/** The part of the filters that the API applies. */
export function ruleQuery(filters: RuleFilters) {
  return {
    framework: filters.framework,
    severity: filters.severity,
    pack: filters.pack,
    resourceType: filters.resourceType,
    text: filters.text.trim() || undefined,
  };
}

/** How many of the rules have which gap. */
export function countGaps(
  rules: RuleSummary[],
  now: number,
): Record<RuleGap, number> {
  const counts = { broken: 0, 'no-rationale': 0, 'review-overdue': 0 };
  for (const rule of rules) {
    for (const gap of gapsOf(rule, now)) {
      counts[gap] += 1;
    }
  }
  return counts;
}

/** The part of the filters that the page applies itself. */
export function rulesWithGap(
  rules: RuleSummary[],
  gap: RuleGap | undefined,
  now: number,
): RuleSummary[] {
  return gap ? rules.filter(rule => gapsOf(rule, now).includes(gap)) : rules;
}
