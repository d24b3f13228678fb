import { isRecord } from './isRecord';

type Values = Record<string, string>;

/** Undefined for what can't be told without CloudFormation. */
type Told = boolean | undefined;

function all(told: Told[]): Told {
  if (told.includes(false)) {
    return false;
  }
  return told.includes(undefined) ? undefined : true;
}

const not = (told: Told): Told => (told === undefined ? undefined : !told);

function textOf(node: unknown, values: Values): string | undefined {
  if (isRecord(node)) {
    return typeof node.Ref === 'string' && Object.hasOwn(values, node.Ref)
      ? values[node.Ref]
      : undefined;
  }
  return node === undefined || node === null ? undefined : String(node);
}

function contains(list: unknown, node: unknown, values: Values): Told {
  const text = textOf(node, values);
  if (!Array.isArray(list) || text === undefined) {
    return undefined;
  }
  const members = list.map(member => textOf(member, values));
  if (members.includes(text)) {
    return true;
  }
  return members.includes(undefined) ? undefined : false;
}

function equals(pair: unknown[], values: Values): Told {
  const [left, right] = pair.map(member => textOf(member, values));
  return left === undefined || right === undefined ? undefined : left === right;
}

/**
 * Tells whether a condition holds with these values, where it is made of
 * Fn::And, Fn::Or, Fn::Not, Fn::Equals, Fn::Contains and Ref alone.
 */
export function holds(condition: unknown, values: Values): Told {
  if (!isRecord(condition)) {
    return undefined;
  }
  const [[name, given] = []] = Object.entries(condition);
  const args = Array.isArray(given) ? given : [];
  switch (name) {
    case 'Fn::And':
      return all(args.map(part => holds(part, values)));
    case 'Fn::Or':
      return not(all(args.map(part => not(holds(part, values)))));
    case 'Fn::Not':
      return not(holds(args[0], values));
    case 'Fn::Equals':
      return equals(args, values);
    case 'Fn::Contains':
      return contains(args[0], args[1], values);
    default:
      return undefined;
  }
}

/** What the rules say against these values; a rule that can't be told says nothing. */
export function brokenRules(rules: object, values: Values): string[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    if (!isRecord(rule) || !Array.isArray(rule.Assertions)) {
      return [];
    }
    const applies =
      rule.RuleCondition === undefined || holds(rule.RuleCondition, values);
    if (!applies) {
      return [];
    }
    return rule.Assertions.filter(
      assertion =>
        isRecord(assertion) && holds(assertion.Assert, values) === false,
    ).map(({ AssertDescription }) =>
      String(AssertDescription ?? `Rule ${name} is not satisfied`),
    );
  });
}
