import {
  Enforcement,
  RuleDetail,
  RuleExample,
} from '@paved-road/backstage-plugin-paved-road-common';

/**
 * A file of a pack as it lies in its source.
 *
 * @public
 */
export interface PackFile {
  /** Relative to the pack's root, with forward slashes. */
  path: string;
  text: string;
}

/**
 * What is wrong with a single file of a pack.
 *
 * @public
 */
export interface PackProblem {
  /** Relative to the pack's root, with forward slashes. */
  path: string;
  /** The field of the file's front matter, such as `controls[0].clauses`. */
  field?: string;
  message: string;
}

/**
 * One Guard file: the unit that the engine parses, and whose digest a verdict
 * depends on.
 *
 * @public
 */
export interface RuleFile extends PackFile {
  /** SHA-256 of the text, `sha256:<hex>`. */
  digest: string;
  /** The named rules that the file declares, without the parameterised ones. */
  ruleNames: string[];
}

/**
 * One named rule with all that is recorded of it, before an environment's
 * enforcement is known.
 *
 * @public
 */
export interface PackRule
  extends Omit<RuleDetail, 'enforcement' | 'digest' | 'broken'> {
  /** More than one where several files of the pack declare the same name. */
  files: RuleFile[];
  /** What the rule's metadata say per environment; the rest is the environment's. */
  enforcement: Record<string, Enforcement>;
  /** The unit tests that lie beside the rule. */
  examples: RuleExample[];
}

/**
 * A set of rules from one source.
 *
 * @public
 */
export interface Pack {
  id: string;
  title: string;
  version?: string;
  /** Entity ref. */
  owner?: string;
  proposeChanges?: string;
  rules: PackRule[];
  /** What is wrong with single files of the pack, such as unreadable front matter. */
  problems: PackProblem[];
}

/**
 * An environment and what a failure does there unless the rule says otherwise.
 *
 * @public
 */
export interface Environment {
  name: string;
  enforcement: Enforcement;
}

/**
 * All rules in force at one moment.
 *
 * @public
 */
export interface Bundle {
  /** SHA-256 over the rule sources and their enforcement, `sha256:<hex>`. */
  digest: string;
  packs: Pack[];
  /** By id, `<pack>/<RULE_NAME>`. */
  rules: ReadonlyMap<string, PackRule>;
  environments: Environment[];
  /**
   * What a failure of the rule does in the environment.
   *
   * @throws InputError for an environment that is not configured.
   */
  enforcementOf(rule: PackRule, environment: string): Enforcement;
}
