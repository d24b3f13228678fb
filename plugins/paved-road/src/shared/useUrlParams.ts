import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Values of query parameters; none, or an empty one, takes a parameter away. */
export type ParamChanges = Record<
  string,
  string | readonly string[] | undefined
>;

/** The parameters with the changes made, the others untouched. */
export function withChanges(
  params: URLSearchParams,
  changes: ParamChanges,
): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    for (const item of [value ?? []].flat()) {
      if (item !== '') {
        next.append(name, item);
      }
    }
  }
  return next;
}

/** `path` with a query string of the parameters that have a value. */
export function pathWithParams(path: string, params: ParamChanges): string {
  const query = withChanges(new URLSearchParams(), params).toString();
  return query ? `${path}?${query}` : path;
}

/**
 * What a page shows, kept in its address: it can be shared, and the browser's
 * back button undoes the last choice. `replace` changes the address without a
 * step to go back to, for what changes with every key.
 */
export function useUrlParams() {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (changes: ParamChanges, options?: { replace?: boolean }) =>
      setParams(current => withChanges(current, changes), options),
    [setParams],
  );
  return { params, change };
}
