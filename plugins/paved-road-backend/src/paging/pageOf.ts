import {
  compareKeys,
  decodeCursor,
  encodeCursor,
  Order,
  SortKey,
} from './cursor';

/** One page of a sorted list. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
  /** Of all pages. */
  totalItems: number;
}

/**
 * Sorts a list and cuts one page out of it. A page begins behind the item that
 * its cursor names, also where that item has gone or others have come.
 *
 * @param list - names the list and its order
 * @param shape - the types of the sort key's parts; together they are unique
 * @throws InputError for a cursor of another list.
 */
export function pageOf<T>(
  all: T[],
  options: {
    list: string;
    keyOf: (item: T) => SortKey;
    shape: readonly ('string' | 'number')[];
    order: Order;
    limit: number;
    cursor?: string;
  },
): Page<T> {
  const { keyOf, limit, list, shape } = options;
  const sign = options.order === 'asc' ? 1 : -1;
  const compare = (a: SortKey, b: SortKey) => sign * compareKeys(a, b);
  const after =
    options.cursor === undefined
      ? undefined
      : decodeCursor(list, options.cursor, shape);
  const rest = all
    .map(item => ({ item, key: keyOf(item) }))
    .filter(({ key }) => !after || compare(key, after) > 0)
    .sort((a, b) => compare(a.key, b.key));
  const page = rest.slice(0, limit);
  return {
    items: page.map(({ item }) => item),
    nextCursor:
      rest.length > limit
        ? encodeCursor(list, page[page.length - 1].key)
        : undefined,
    totalItems: all.length,
  };
}
