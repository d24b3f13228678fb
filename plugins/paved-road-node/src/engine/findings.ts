import { Finding } from '@paved-road/backstage-plugin-paved-road-common';
import { ReadDocument } from '../documents/types';
import {
  GuardBlock,
  GuardCheck,
  GuardClause,
  GuardComparison,
  GuardMessages,
  GuardRule,
} from './guardOutput';
import { splitRuleMessage } from './ruleMessage';

/**
 * What failed, for a person: one finding for each place and message. The
 * engine's messages quote the document and are read for the place alone.
 */
export function toFindings(rule: GuardRule, document: ReadDocument): Finding[] {
  const findings = new Map<string, Finding>();
  const visit = (check: GuardCheck, inherited: string | undefined): void => {
    if ('Rule' in check) {
      const own = check.Rule.messages.custom_message?.trim() || inherited;
      check.Rule.checks.forEach(child => visit(child, own));
    } else if ('Disjunctions' in check) {
      const { checks } = check.Disjunctions;
      const own = lastMessage(checks) ?? inherited;
      checks.forEach(child => visit(child, own));
    } else {
      const clause = clauseOf(check);
      const text = clause.messages.custom_message?.trim() || inherited;
      const path = pathOf(clause);
      const finding: Finding = {
        resource: document.resourceAt(path),
        propertyPath: path,
        ...placeOf(path, clause.messages),
        ...(text ? splitRuleMessage(text) : { message: describe(clause) }),
      };
      findings.set(JSON.stringify(finding), finding);
    }
  };
  visit({ Rule: rule }, undefined);
  return [...findings.values()];
}

type Leaf = GuardClause | GuardBlock;

function clauseOf(
  check: Exclude<GuardCheck, { Rule: unknown } | { Disjunctions: unknown }>,
): Leaf {
  if ('Block' in check) {
    return check.Block;
  }
  return 'Unary' in check.Clause ? check.Clause.Unary : check.Clause.Binary;
}

/** Of clauses joined by `or`, only the last one carries the message. */
function lastMessage(checks: GuardCheck[]): string | undefined {
  return checks
    .map(check =>
      'Rule' in check || 'Disjunctions' in check
        ? undefined
        : clauseOf(check).messages.custom_message?.trim(),
    )
    .filter(message => message)
    .at(-1);
}

function unresolvedOf(leaf: Leaf) {
  if ('unresolved' in leaf) {
    return leaf.unresolved ?? undefined;
  }
  return 'check' in leaf && 'UnResolved' in leaf.check
    ? leaf.check.UnResolved.value
    : undefined;
}

function pathOf(leaf: Leaf): string {
  const unresolved = unresolvedOf(leaf);
  if (unresolved) {
    return unresolved.traversed_to.path;
  }
  return 'check' in leaf ? comparedPath(leaf.check) : '';
}

function comparedPath(check: GuardComparison): string {
  if ('InResolved' in check) {
    return check.InResolved.from.path;
  }
  if (!('Resolved' in check)) {
    return '';
  }
  const { Resolved: compared } = check;
  // What the rule itself brings has no path.
  return 'value' in compared
    ? compared.value.path
    : compared.from.path || compared.to.path;
}

/** The engine writes `<path>[L:<line>,C:<column>]`, both from 0. */
function placeOf(
  path: string,
  { error_message: text }: GuardMessages,
): { line?: number; column?: number } {
  const start = text?.indexOf(`${path}[L:`) ?? -1;
  if (!text || start < 0) {
    return {};
  }
  const place = /^\[L:(\d+),C:(\d+)\]/.exec(text.slice(start + path.length));
  return place
    ? { line: Number(place[1]) + 1, column: Number(place[2]) + 1 }
    : {};
}

/** For rules that say nothing themselves: their own text, never a value. */
function describe(leaf: Leaf): string {
  const unresolved = unresolvedOf(leaf);
  if (unresolved) {
    return `${unresolved.remaining_query} is missing`;
  }
  return `Not as required: ${leaf.context.trim().replace(/\s+/g, ' ')}`;
}
