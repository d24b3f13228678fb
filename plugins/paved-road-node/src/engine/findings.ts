import { Finding } from '@paved-road/backstage-plugin-paved-road-common';
import { ReadDocument } from '../documents/types';
import { GuardCheck, GuardRule } from './guardOutput';

/** What failed, for a person: one finding for each place and message. */
export function toFindings(rule: GuardRule, document: ReadDocument): Finding[] {
  const findings: Finding[] = [];
  const visit = (check: GuardCheck, message: string | undefined): void => {
    if ('Rule' in check) {
      const own = check.Rule.messages.custom_message || message;
      check.Rule.checks.forEach(child => visit(child, own));
    } else if ('Disjunctions' in check) {
      check.Disjunctions.checks.forEach(child => visit(child, message));
    } else {
      const clause =
        'Block' in check
          ? check.Block
          : 'Unary' in check.Clause
          ? check.Clause.Unary
          : check.Clause.Binary;
      const place = /\[?(\/[^\s[\]]*)\[L:(\d+),C:(\d+)\]/.exec(
        clause.messages.error_message ?? '',
      );
      const propertyPath = place?.[1] ?? '';
      findings.push({
        resource: document.resourceAt(propertyPath),
        propertyPath,
        line: place ? Number(place[2]) + 1 : undefined,
        column: place ? Number(place[3]) + 1 : undefined,
        message: (
          clause.messages.custom_message ||
          message ||
          rule.name
        ).trim(),
      });
    }
  };
  visit({ Rule: rule }, undefined);
  return findings;
}
