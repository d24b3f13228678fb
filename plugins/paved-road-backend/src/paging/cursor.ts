import { InputError } from '@backstage/errors';
import { z } from 'zod';

/** By what an item stands in its list: compared part by part. */
export type SortKey = (string | number)[];

export type Order = 'asc' | 'desc';

/** @returns less than 0 where the first comes before the second */
export function compareKeys(a: SortKey, b: SortKey): number {
  for (let index = 0; index < a.length; index += 1) {
    if (a[index] !== b[index]) {
      return a[index] < b[index] ? -1 : 1;
    }
  }
  return 0;
}

/**
 * A place in a list, as a client hands it back to get the next page. It holds
 * nothing but the place, so who changes it only gets another place.
 *
 * @param list - names the list and its order, so that it fits no other
 */
export function encodeCursor(list: string, key: SortKey): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url');
}

const cursorSchema = z.array(z.union([z.string(), z.number()])).min(2);

/** @throws InputError where the cursor isn't one of this list. */
export function decodeCursor(
  list: string,
  cursor: string,
  shape: readonly ('string' | 'number')[],
): SortKey {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw refuse();
  }
  const [name, ...key] = cursorSchema.safeParse(value).data ?? [];
  if (
    name !== list ||
    key.length !== shape.length ||
    key.some((part, index) => typeof part !== shape[index])
  ) {
    throw refuse();
  }
  return key;
}

function refuse(): InputError {
  return new InputError(
    'The cursor is not one of this list; leave it out to begin anew',
  );
}
