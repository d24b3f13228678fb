import { Finding } from '@paved-road/backstage-plugin-paved-road-common';
import { ReadDocument } from '../../documents/types';
import { RuleFile } from '../../packs/types';
import { toFindings } from '../findings';
import { GuardEntry } from '../guardOutput';
import { Evaluation, RuleOutcome } from '../PolicyEngine';

/**
 * What the engine said of one document about each of the files; undefined where
 * it left a rule out or named one that no file declares.
 */
export function readOutcomes(
  document: ReadDocument,
  files: RuleFile[],
  entry: GuardEntry,
): Evaluation[] | undefined {
  const said = collectOutcomes(document, entry);
  const evaluations = files.map(file => {
    const outcomes = file.ruleNames.map(name => {
      const outcome = said.get(name);
      said.delete(name);
      return [name, outcome] as const;
    });
    return { file, outcomes };
  });
  const isComplete = evaluations.every(({ outcomes }) =>
    outcomes.every(([, outcome]) => outcome !== undefined),
  );
  if (!isComplete || said.size > 0) {
    return undefined;
  }
  return evaluations.map(({ file, outcomes }) => ({
    documentDigest: document.digest,
    fileDigest: file.digest,
    outcomes: Object.fromEntries(outcomes) as Record<string, RuleOutcome>,
  }));
}

/** What the engine calls the clauses of a file that are in no rule. */
const defaultRule = /^RULES_STDIN\[\d+\]\/default$/;

/** A rule that is declared twice fails if one fails, and passes if one passes. */
function collectOutcomes(
  document: ReadDocument,
  entry: GuardEntry,
): Map<string, RuleOutcome> {
  const outcomes = new Map<string, RuleOutcome>();
  const set = (name: string, outcome: RuleOutcome) =>
    outcomes.set(defaultRule.test(name) ? 'default' : name, outcome);
  entry.not_applicable.forEach(name =>
    set(name, { verdict: 'skip', findings: [] }),
  );
  entry.compliant.forEach(name => set(name, { verdict: 'pass', findings: [] }));
  const failed = new Map<string, Finding[]>();
  for (const { Rule } of entry.not_compliant) {
    const findings = failed.get(Rule.name) ?? [];
    findings.push(...toFindings(Rule, document));
    failed.set(Rule.name, findings);
  }
  failed.forEach((findings, name) => set(name, { verdict: 'fail', findings }));
  return outcomes;
}
