import { callOf } from '../callOf';
import { textOf, whyOf } from '../resolved';
import { Scope } from '../Scope';
import { Told, unreadable } from './Conditions';

/** Evaluates a condition; the ones that it names have to be told already. */
export function evaluateCondition(node: unknown, scope: Scope): Told {
  const { name, argument } = callOf(node) ?? {};
  if (name === 'Condition' && typeof argument === 'string') {
    return scope.condition(argument);
  }
  if (!Array.isArray(argument) || argument.length === 0) {
    return unreadable;
  }
  switch (name) {
    case 'Fn::Equals':
      return argument.length === 2 ? equals(argument, scope) : unreadable;
    case 'Fn::Not':
      return argument.length === 1
        ? not(evaluateCondition(argument[0], scope))
        : unreadable;
    case 'Fn::And':
      return all(argument.map(part => evaluateCondition(part, scope)));
    case 'Fn::Or':
      return not(
        all(argument.map(part => not(evaluateCondition(part, scope)))),
      );
    default:
      return unreadable;
  }
}

function not(told: Told): Told {
  return 'holds' in told ? { holds: !told.holds } : told;
}

function all(told: Told[]): Told {
  return (
    told.find(one => 'holds' in one && !one.holds) ??
    told.find(one => 'why' in one) ?? { holds: true }
  );
}

/** CloudFormation compares texts, and so numbers as they are written. */
function equals(pair: unknown[], scope: Scope): Told {
  const sides = pair.map(side => scope.resolve(side));
  const values = sides.flatMap(side => (side.kind === 'known' ? [side] : []));
  if (values.length < 2) {
    return { why: whyOf(sides) };
  }
  const [left, right] = values.map(({ value }) => textOf(value));
  return left === undefined || right === undefined
    ? { why: 'Fn::Equals compares single values only' }
    : { holds: left === right };
}
