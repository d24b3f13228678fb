import { useRef } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { ChangeAnswer } from '@paved-road/backstage-plugin-paved-road-common';
import { isResponseError } from '../../shared/failure';

/**
 * Sends a change once, however often it is asked for: a double click is one
 * change, and so is another try after an answer that was lost. Only once the
 * backend has refused it, or has taken it, does asking again mean another one.
 *
 * @param intent - what is wanted, in any words that differ where it differs
 */
export function useOneChange(
  intent: string,
  send: (changeId: string) => Promise<ChangeAnswer>,
) {
  const wanted = useRef<{ intent: string; changeId: string }>();
  const underWay = useRef(false);
  const [state, run] = useAsyncFn(async () => {
    if (wanted.current?.intent !== intent) {
      wanted.current = { intent, changeId: crypto.randomUUID() };
    }
    try {
      const answer = await send(wanted.current.changeId);
      wanted.current = undefined;
      return answer;
    } catch (error) {
      if (isRefusal(error as Error)) {
        wanted.current = undefined;
      }
      throw error;
    } finally {
      underWay.current = false;
    }
  }, [intent, send]);

  return {
    sending: state.loading,
    error: state.error,
    /** Answers `undefined` where it is under way already, or has failed. */
    run: async (): Promise<ChangeAnswer | undefined> => {
      if (underWay.current) {
        return undefined;
      }
      underWay.current = true;
      const answer = await run();
      return 'change' in answer ? answer : undefined;
    },
  };
}

/** True where it is sure that the backend has not taken the change. */
function isRefusal(error: Error): boolean {
  return (
    isResponseError(error) && error.statusCode >= 400 && error.statusCode < 500
  );
}
