import { known, Resolved } from '../resolved';
import { Scope } from '../Scope';

/** A list that a function takes: written out, or what another function comes to. */
export interface ListArgument {
  /** Undefined where a function comes to no list that is known. */
  items?: Resolved[];
  /** The function, where the list is none that is written out. */
  whole?: Resolved;
  /** As it stands in the result. */
  placed: unknown;
}

export function resolveList(node: unknown, scope: Scope): ListArgument {
  if (Array.isArray(node)) {
    const items = node
      .map(item => scope.resolve(item))
      .filter(({ kind }) => kind !== 'nothing');
    return { items, placed: items.map(({ placed }) => placed) };
  }
  const whole = scope.resolve(node);
  return { items: itemsOf(whole, scope), whole, placed: whole.placed };
}

function itemsOf(whole: Resolved, scope: Scope): Resolved[] | undefined {
  if (whole.kind !== 'known' || !Array.isArray(whole.value)) {
    return undefined;
  }
  const { value, placed } = whole;
  scope.budget.spendItems(value.length);
  return value.map((item, index) =>
    known(item, Array.isArray(placed) ? placed[index] : item),
  );
}
