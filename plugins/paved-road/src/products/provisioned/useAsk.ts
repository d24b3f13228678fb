import { useCallback, useEffect, useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { failureKind } from '../../shared/failure';

/**
 * An answer that can be asked for again at any time; the newest question
 * counts. Where the same is asked again without success, what is known stays,
 * and `lost` says that it may be old; what the reader may no longer see, or is
 * no more, is not kept.
 *
 * @param ask - must be stable: when it changes, something else is asked for
 */
export function useAsk<TAnswer>(ask: () => Promise<TAnswer>) {
  const [round, setRound] = useState(0);
  const answer = useAsync(
    async () => ({ ask, value: await ask() }),
    [ask, round],
  );
  const [known, setKnown] = useState<typeof answer.value>();
  useEffect(() => {
    if (answer.value) {
      setKnown(answer.value);
    }
  }, [answer.value]);
  const reload = useCallback(() => setRound(current => current + 1), []);

  const { error, loading } = answer;
  const newest = answer.value ?? known;
  const hidden = error && isFinal(error);
  const isSame = newest?.ask === ask && !hidden;
  return {
    /** While something else is asked for, still the old answer. */
    value: isSame || (loading && !hidden) ? newest?.value : undefined,
    error: isSame ? undefined : error,
    lost: isSame && error !== undefined,
    loading,
    reload,
  };
}

function isFinal(error: Error): boolean {
  return ['forbidden', 'missing'].includes(failureKind(error));
}
