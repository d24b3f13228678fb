import { isRecord } from '../../documents/isRecord';
import {
  calculate,
  isSecret,
  kept,
  known,
  Resolved,
  textOf,
  withSecretTold,
} from '../resolved';
import { Intrinsic, Scope } from '../Scope';
import { malformed } from './malformed';

export const findInMap: Intrinsic = (argument, scope) => {
  if (
    !Array.isArray(argument) ||
    argument.length < 3 ||
    argument.length > 4 ||
    (argument.length === 4 && !hasDefault(argument[3]))
  ) {
    return malformed('Fn::FindInMap', argument);
  }
  const keys = argument.slice(0, 3).map(key => scope.resolve(key));
  const fallback =
    argument.length === 4 ? scope.resolve(argument[3].DefaultValue) : undefined;
  const rebuilt = {
    'Fn::FindInMap': [
      ...keys.map(({ placed }) => placed),
      ...(fallback ? [{ DefaultValue: fallback.placed }] : []),
    ],
  };
  const result = calculate(keys, rebuilt, () => {
    const found = lookUp(keys, scope);
    const items = [found].flat();
    scope.budget.spendItems(items.length);
    if (items.every(isSingle)) {
      return known(found);
    }
    return fallback ?? kept(rebuilt, describeMissing(keys));
  });
  return withSecretTold('Fn::FindInMap', keys, result);
};

function hasDefault(option: unknown): option is { DefaultValue: unknown } {
  return isRecord(option) && Object.hasOwn(option, 'DefaultValue');
}

function isSingle(value: unknown): boolean {
  return textOf(value) !== undefined;
}

function textsOf(keys: Resolved[]): string[] {
  return keys.flatMap(key =>
    key.kind === 'known' ? textOf(key.value) ?? [] : [],
  );
}

function lookUp(keys: Resolved[], scope: Scope): unknown {
  const [mapping, key, secondKey] = textsOf(keys);
  return secondKey === undefined
    ? undefined
    : scope.mapped(mapping, key, secondKey);
}

function describeMissing(keys: Resolved[]): string {
  const [mapping, ...path] = textsOf(keys);
  return keys.some(isSecret) || path.length < 2
    ? 'Fn::FindInMap asks for what its mapping does not have'
    : `The mapping ${mapping} has no value at ${path.join(', ')}`;
}
