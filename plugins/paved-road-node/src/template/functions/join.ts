import { calculate, kept, known, Resolved, textOf } from '../resolved';
import { Intrinsic } from '../Scope';
import { resolveList } from './listArgument';
import { malformed } from './malformed';

export const join: Intrinsic = (argument, scope) => {
  if (!Array.isArray(argument) || argument.length !== 2) {
    return malformed('Fn::Join', argument);
  }
  const delimiter = scope.resolve(argument[0]);
  const { items = [], whole, placed } = resolveList(argument[1], scope);
  const rebuilt = { 'Fn::Join': [delimiter.placed, placed] };
  const parts = [delimiter, ...(whole ? [whole] : items)];
  return calculate(parts, rebuilt, () => {
    const between = knownText(delimiter);
    const texts = items.flatMap(item => knownText(item) ?? []);
    const isList =
      !whole || (whole.kind === 'known' && Array.isArray(whole.value));
    if (between === undefined || !isList || texts.length < items.length) {
      return kept(rebuilt, 'Fn::Join takes a list of texts only');
    }
    scope.budget.spend(
      texts.reduce((sum, text) => sum + text.length + between.length, 0),
    );
    return known(texts.join(between));
  });
};

function knownText(part: Resolved): string | undefined {
  return part.kind === 'known' ? textOf(part.value) : undefined;
}
