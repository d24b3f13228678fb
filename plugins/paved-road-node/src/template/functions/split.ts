import { calculate, kept, known, textOf, withSecretTold } from '../resolved';
import { Intrinsic } from '../Scope';
import { malformed } from './malformed';

export const split: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length !== 2) {
    return malformed('Fn::Split', argument);
  }
  const parts = argument.map(part => scope.resolve(part));
  const rebuilt = { 'Fn::Split': parts.map(({ placed }) => placed) };
  const result = calculate(parts, rebuilt, () => {
    const [delimiter, source] = parts.map(part =>
      part.kind === 'known' ? textOf(part.value) : undefined,
    );
    if (!delimiter || source === undefined) {
      return kept(rebuilt, 'Fn::Split takes two texts only');
    }
    const pieces = source.split(delimiter);
    scope.budget.spendItems(pieces.length);
    return known(pieces);
  });
  return withSecretTold('Fn::Split', parts, result);
};
