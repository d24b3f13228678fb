/** As long as the API takes it. */
export const LONGEST_TEXT = 200;

/** As many values of one filter as the API takes. */
const MOST_VALUES = 100;

/** What the list of products shows, as its address says it. */
export interface ProductFilters {
  text: string;
  owner: string[];
  /** As AWS calls them. */
  type: string[];
  /** Ids of accounts. */
  account: string[];
}

/** Reads an address; what the API would refuse is left out. */
export function readProductFilters(params: URLSearchParams): ProductFilters {
  return {
    text: (params.get('text') ?? '').slice(0, LONGEST_TEXT),
    owner: valuesOf(params, 'owner'),
    type: valuesOf(params, 'type'),
    account: valuesOf(params, 'account'),
  };
}

function valuesOf(params: URLSearchParams, name: string): string[] {
  const values = params
    .getAll(name)
    .filter(value => value !== '' && value.length <= LONGEST_TEXT);
  return [...new Set(values)].slice(0, MOST_VALUES);
}

/** True where the list is narrowed in any way. */
export function hasProductFilters(filters: ProductFilters): boolean {
  const { text, owner, type, account } = filters;
  return (
    text.trim() !== '' ||
    [owner, type, account].some(({ length }) => length > 0)
  );
}

/** The filters as the API takes them. */
export function productQuery(filters: ProductFilters) {
  const { text, owner, type, account } = filters;
  return { owner, type, account, text: text.trim() || undefined };
}
