import { useCallback, useEffect, useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';

interface PageOf<TItem> {
  items: TItem[];
  nextCursor?: string;
}

/**
 * A list that grows page by page. `load` must be stable: when it changes, the
 * list begins anew.
 */
export function usePages<TItem, TPage extends PageOf<TItem>>(
  load: (cursor: string | undefined) => Promise<TPage & PageOf<TItem>>,
) {
  const [pages, setPages] = useState<TPage[]>([]);
  const [state, fetchPage] = useAsyncFn(
    async (before: TPage[]) => {
      const page = await load(before[before.length - 1]?.nextCursor);
      setPages([...before, page]);
    },
    [load],
    { loading: true },
  );
  useEffect(() => {
    fetchPage([]);
  }, [fetchPage]);
  const more = useCallback(() => fetchPage(pages), [fetchPage, pages]);
  return {
    items: pages.flatMap(page => page.items),
    /** The newest answer, for what it says beside the items. */
    lastPage: pages[pages.length - 1],
    hasMore: pages[pages.length - 1]?.nextCursor !== undefined,
    loading: state.loading,
    error: state.error,
    /** Loads the next page, or the one that failed again. */
    more,
  };
}
