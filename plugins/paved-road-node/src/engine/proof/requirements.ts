import { isLookup, isPresenceCheck, stringsOf } from './documentRules';
import { GuardFile, NamedRule, parseGuardFile } from './parseGuardFile';
import { neededByQuery } from './queries';
import { Token } from './tokenize';
import { TokenReader } from './TokenReader';

/**
 * Of what a document must hold: one of each list's strings. An empty list of
 * lists needs nothing.
 */
export type Requirement = string[][];

/**
 * For each rule of a Guard source, what a document must hold for the rule to
 * say anything but `skip`; undefined where the source does not prove it.
 *
 * A rule says `skip` where one of its conditions fails. So each condition has
 * to be of a form that is known, since one that ends in an error would end the
 * whole evaluation, and one at least has to fail without certain strings.
 */
export function proveRequirements(source: string): Requirement[] | undefined {
  const file = parseGuardFile(source);
  const requirements = file?.rules.map(rule => requirementOf(rule, file));
  return requirements?.every(requirement => requirement !== undefined)
    ? requirements
    : undefined;
}

function requirementOf(
  { when }: NamedRule,
  file: GuardFile,
): Requirement | undefined {
  if (!when) {
    return undefined;
  }
  const reader = new TokenReader(when);
  const requirement: Requirement = [];
  while (!reader.isAtEnd) {
    const alternatives: (string[] | undefined)[] = [];
    do {
      const condition = readCondition(reader, file);
      if (!condition) {
        return undefined;
      }
      alternatives.push(condition.needs);
    } while (reader.take('word', 'or', 'OR'));
    if (alternatives.every(needs => needs !== undefined)) {
      requirement.push(alternatives.flat());
    }
  }
  return requirement.length > 0 ? requirement : undefined;
}

/** A condition that can't end in an error; without `needs` it may also hold. */
interface Condition {
  /** Without one of these strings in the document the condition fails. */
  needs?: string[];
}

function readCondition(
  reader: TokenReader,
  file: GuardFile,
): Condition | undefined {
  const variable = reader.take('variable');
  if (variable === undefined) {
    return readCall(reader, file);
  }
  const isNegated =
    reader.take('word', 'not', 'NOT') ?? reader.take('symbol', '!');
  if (!isNegated || !reader.take('word', 'empty', 'EMPTY')) {
    return undefined;
  }
  const value = file.variables.get(variable);
  const needs =
    value?.kind === 'query' ? neededByQuery(value.parts, file) : undefined;
  return needs && { needs };
}

/** `is_cfn_template(%doc)` and `is_cfn_hook(%doc, %TYPE)`, whatever their names. */
function readCall(reader: TokenReader, file: GuardFile): Condition | undefined {
  const rule = file.parameterizedRules.get(reader.take('word') ?? '');
  const [root, key, ...rest] = splitArguments(reader.takeGroup('(') ?? []);
  if (!rule || !root || !isRoot(root, file) || rest.length > 0) {
    return undefined;
  }
  if (!key) {
    return isPresenceCheck(rule) ? {} : undefined;
  }
  const needs = stringsOf(key, file);
  return needs && isLookup(rule) ? { needs } : undefined;
}

function splitArguments(tokens: Token[]): Token[] {
  const values = tokens.filter((_, index) => index % 2 === 0);
  const commas = tokens.filter((_, index) => index % 2 === 1);
  return commas.every(({ text }) => text === ',') ? values : [];
}

function isRoot({ kind, text }: Token, file: GuardFile): boolean {
  return (
    (kind === 'word' && text === 'this') ||
    (kind === 'variable' && file.variables.get(text)?.kind === 'root')
  );
}
