import { calculate, kept, textOf, withSecretTold } from '../resolved';
import { Intrinsic } from '../Scope';
import { resolveList } from './listArgument';
import { malformed } from './malformed';

export const select: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length !== 2) {
    return malformed('Fn::Select', argument);
  }
  const index = scope.resolve(argument[0]);
  const { items, whole, placed } = resolveList(argument[1], scope);
  const rebuilt = { 'Fn::Select': [index.placed, placed] };
  const parts = [index, ...(whole ? [whole] : [])];
  const result = calculate(parts, rebuilt, () => {
    const text = index.kind === 'known' ? textOf(index.value) : undefined;
    const item = /^\d+$/.test(text ?? '') ? items?.[Number(text)] : undefined;
    return (
      item ??
      kept(rebuilt, 'Fn::Select asks for an item that its list does not have')
    );
  });
  return withSecretTold('Fn::Select', parts, result);
};
