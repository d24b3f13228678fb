import {
  Enforcement,
  RuleStages,
  severities,
  Severity,
} from '@paved-road/backstage-plugin-paved-road-common';
import { holds, StageVerdicts } from './stageVerdicts';

/** What is to be known of a rule in force. */
export interface RuleInForce {
  title: string;
  severity?: Severity;
  /** What a failure does in the environment. */
  enforcement: Enforcement;
}

/** What each stage says of the rules; absent where nothing is known of it. */
export interface VerdictsByStage {
  source?: StageVerdicts;
  pipeline?: StageVerdicts;
  deployed?: StageVerdicts;
}

/**
 * Puts side by side what the stages say of each rule. A rule that holds wherever
 * something is said of it is only counted, and only where it is in force.
 */
export function compareRules(
  { source, pipeline, deployed }: VerdictsByStage,
  ruleInForce: (rule: string) => RuleInForce | undefined,
): { rules: RuleStages[]; holding: number } {
  const names = new Set(
    [source, pipeline, deployed].flatMap(stage => [...(stage?.keys() ?? [])]),
  );
  const rules: (RuleStages & { severity?: Severity })[] = [];
  let holding = 0;
  for (const rule of names) {
    const verdicts = {
      source: source?.get(rule),
      pipeline: pipeline?.get(rule),
      deployed: deployed?.get(rule),
    };
    const said = Object.values(verdicts).filter(
      verdict => verdict !== undefined,
    );
    const known = ruleInForce(rule);
    if (said.every(holds)) {
      holding += known ? 1 : 0;
    } else {
      rules.push({ rule, ...known, ...verdicts, disagrees: said.some(holds) });
    }
  }
  return {
    rules: rules.sort(mostTellingFirst).map(({ severity: _, ...rule }) => rule),
    holding,
  };
}

type Row = RuleStages & { severity?: Severity };

/** Disagreements, and among the like failures before gaps, and the worst before the rest. */
function mostTellingFirst(a: Row, b: Row): number {
  return (
    Number(b.disagrees) - Number(a.disagrees) ||
    Number(fails(b)) - Number(fails(a)) ||
    weight(a) - weight(b) ||
    compare(a.title ?? a.rule, b.title ?? b.rule) ||
    compare(a.rule, b.rule)
  );
}

function fails({ source, pipeline, deployed }: Row): boolean {
  return [source, pipeline, deployed].includes('fail');
}

function weight({ severity }: Row): number {
  return severity ? severities.indexOf(severity) : severities.length;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
