import { useEffect, useRef } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  CheckSignal,
  ServiceStatus,
  SIGNAL_CHANNEL_CHECKS,
} from '@paved-road/backstage-plugin-paved-road-common';

const POLL_MS = 5_000;

/**
 * Loads a list of services again when a check of one of them has moved on, by
 * signals where the portal has them, and every five seconds while one is under
 * way.
 */
export function useFreshList(
  services: ServiceStatus[] | undefined,
  reload: () => void,
) {
  const latest = useRef({ services, reload });
  latest.current = { services, reload };

  const { lastSignal } = useSignal<CheckSignal>(SIGNAL_CHANNEL_CHECKS);
  useEffect(() => {
    const shown = latest.current.services?.some(
      ({ entityRef }) => entityRef === lastSignal?.entityRef,
    );
    if (shown) {
      latest.current.reload();
    }
  }, [lastSignal]);

  const waiting = services?.some(({ pending }) => pending) ?? false;
  useEffect(() => {
    if (!waiting) {
      return undefined;
    }
    const timer = setInterval(() => latest.current.reload(), POLL_MS);
    return () => clearInterval(timer);
  }, [waiting]);
}
