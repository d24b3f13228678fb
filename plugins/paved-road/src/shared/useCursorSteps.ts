import { useLocation, useNavigate } from 'react-router-dom';
import { withChanges } from './useUrlParams';

/** The cursors of the pages before this one; the first page has none. */
interface Steps {
  before?: (string | undefined)[];
}

/**
 * Next and previous page of a list that only knows its next cursor. The cursor
 * stands in the address; the way back is kept beside it in the history, so a
 * shared address leads to its page and from there back to the first.
 */
export function useCursorSteps(
  cursor: string | undefined,
  nextCursor: string | undefined,
) {
  const navigate = useNavigate();
  const location = useLocation();
  const before = (location.state as Steps | undefined)?.before ?? [];
  const goTo = (target: string | undefined, steps: Steps['before']) => {
    const search = withChanges(new URLSearchParams(location.search), {
      cursor: target,
    }).toString();
    navigate({ search }, { state: { before: steps } });
  };
  return {
    onFirst: cursor ? () => goTo(undefined, []) : undefined,
    onPrevious:
      cursor && before.length > 0
        ? () => goTo(before[before.length - 1], before.slice(0, -1))
        : undefined,
    onNext: nextCursor
      ? () => goTo(nextCursor, [...before, cursor])
      : undefined,
  };
}
