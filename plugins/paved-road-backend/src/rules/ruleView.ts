import {
  RuleDetail,
  RuleSource,
  RuleSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  digestOf,
  PackRule,
} from '@paved-road/backstage-plugin-paved-road-node';
import { LoadedBundle } from './loadedBundle';

type RuleContext = Pick<LoadedBundle, 'bundle' | 'brokenFiles'>;

/** What a list of rules shows of one, with what it does in each environment. */
export function toRuleSummary(
  rule: PackRule,
  { bundle, brokenFiles }: RuleContext,
): RuleSummary {
  const { id, pack, name, alias, title, severity, hasRationale } = rule;
  return {
    id,
    pack,
    name,
    alias,
    title,
    severity,
    resourceTypes: rule.resourceTypes,
    frameworks: rule.frameworks,
    enforcement: enforcementPerEnvironment(rule, bundle),
    hasRationale,
    broken: rule.files
      .map(file => brokenFiles.get(file.digest))
      .find(words => words !== undefined),
    reviewBy: rule.reviewBy,
  };
}

/** Everything that is recorded of one rule. */
export function toRuleDetail(rule: PackRule, context: RuleContext): RuleDetail {
  return {
    ...toRuleSummary(rule, context),
    digest: ruleDigest(rule),
    description: rule.description,
    rationale: rule.rationale,
    remediation: rule.remediation,
    controls: rule.controls,
    objectives: rule.objectives,
    references: rule.references,
    facts: rule.facts,
    owner: rule.owner,
    decidedOn: rule.decidedOn,
    decidedBy: rule.decidedBy,
    source: rule.source,
    rationaleSource: rule.rationaleSource,
    proposeChanges: rule.proposeChanges,
  };
}

/** The file that a rule's location names, and the rule's unit tests. */
export function toRuleSource(rule: PackRule): RuleSource {
  const file =
    rule.files.find(({ path }) => path === rule.source.path) ?? rule.files[0];
  return {
    location: rule.source,
    text: file.text,
    examples: rule.examples,
  };
}

function enforcementPerEnvironment(
  rule: PackRule,
  bundle: Bundle,
): RuleSummary['enforcement'] {
  return Object.fromEntries(
    bundle.environments.map(({ name }) => [
      name,
      bundle.enforcementOf(rule, name),
    ]),
  );
}

/** Of its file; of all its files' digests where several declare the rule. */
function ruleDigest({ files }: PackRule): string {
  if (files.length === 1) {
    return files[0].digest;
  }
  const digests = files.map(({ digest }) => digest).sort();
  return digestOf(digests.join('\n'));
}
