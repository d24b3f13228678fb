import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  CheckSignal,
  CheckState,
  CheckSummary,
  SIGNAL_CHANNEL_CHECKS,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { entityPathOf } from '../../shared/entityRefs';

const POLL_MS = 2_000;

/** After so many polls without an answer in a row the reader is told. */
const SILENT_FAILURES = 3;

export interface CheckProgress {
  checkId: string;
  state: CheckState;
  /** The check itself, once it has ended. */
  ended?: CheckSummary;
  /** Its progress can't be seen now; it is asked for all the same. */
  lost?: true;
}

function isOpen(state: CheckState): boolean {
  return state === 'queued' || state === 'running';
}

/**
 * Follows a check of one service to its end: by signals where the portal has
 * them, and by asking every two seconds in any case.
 *
 * @param pending - the check that the service's status says is under way
 * @param onEnd - called once for each followed check that has ended
 */
export function useCheckProgress(options: {
  entityRef: string;
  pending?: { checkId: string; state: CheckState };
  onEnd: () => void;
}) {
  const { entityRef, pending } = options;
  const api = useApi(pavedRoadApiRef);
  const [progress, setProgress] = useState<CheckProgress>();
  const onEnd = useRef(options.onEnd);
  onEnd.current = options.onEnd;

  const follow = useCallback((next: { checkId: string; state: CheckState }) => {
    setProgress(current =>
      current?.checkId === next.checkId && current.ended
        ? current
        : { checkId: next.checkId, state: next.state },
    );
  }, []);

  const pendingId = pending?.checkId;
  const pendingState = pending?.state;
  useEffect(() => {
    if (pendingId && pendingState) {
      follow({ checkId: pendingId, state: pendingState });
    }
  }, [follow, pendingId, pendingState]);

  const { lastSignal } = useSignal<CheckSignal>(SIGNAL_CHANNEL_CHECKS);
  const [poked, setPoked] = useState(0);
  useEffect(() => {
    if (lastSignal?.entityRef !== entityRef) {
      return;
    }
    const { checkId, state } = lastSignal;
    if (isOpen(state)) {
      follow({ checkId, state });
    } else {
      setProgress(current =>
        current?.checkId === checkId ? current : { checkId, state: 'running' },
      );
      setPoked(count => count + 1);
    }
  }, [entityRef, follow, lastSignal]);

  const openId = progress && !progress.ended ? progress.checkId : undefined;
  useEffect(() => {
    if (!openId) {
      return undefined;
    }
    let stopped = false;
    let failures = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        const check = await api.getCheck({
          ...entityPathOf(entityRef),
          checkId: openId,
        });
        failures = 0;
        if (stopped) {
          return;
        }
        const open = isOpen(check.state);
        setProgress({
          checkId: openId,
          state: check.state,
          ended: open ? undefined : check,
        });
        if (!open) {
          stopped = true;
          onEnd.current();
        }
      } catch {
        failures += 1;
        if (!stopped && failures >= SILENT_FAILURES) {
          setProgress(current => current && { ...current, lost: true });
        }
      }
      if (!stopped) {
        timer = setTimeout(ask, POLL_MS);
      }
    };
    timer = setTimeout(ask, poked > 0 ? 0 : POLL_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [api, entityRef, openId, poked]);

  return { progress, follow };
}
