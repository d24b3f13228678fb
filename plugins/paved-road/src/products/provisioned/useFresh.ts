import { useEffect, useRef } from 'react';
import { useSignal } from '@backstage/plugin-signals-react';
import {
  ProvisionedProductSignal,
  SIGNAL_CHANNEL_PROVISIONED_PRODUCTS,
} from '@paved-road/backstage-plugin-paved-road-common';

const POLL_MS = 5_000;

/**
 * Loads what is shown of provisioned products again when one of them has moved
 * on, by signals where the portal has them, and five seconds after each answer
 * while a change is open.
 */
export function useFresh(options: {
  isShown: (signal: ProvisionedProductSignal) => boolean;
  hasOpenChange: boolean;
  /** While true no other answer is asked for by time. */
  loading: boolean;
  reload: () => void;
}) {
  const { hasOpenChange, loading } = options;
  const latest = useRef(options);
  latest.current = options;

  const { lastSignal } = useSignal<ProvisionedProductSignal>(
    SIGNAL_CHANNEL_PROVISIONED_PRODUCTS,
  );
  useEffect(() => {
    if (lastSignal && latest.current.isShown(lastSignal)) {
      latest.current.reload();
    }
  }, [lastSignal]);

  const waiting = hasOpenChange && !loading;
  useEffect(() => {
    if (!waiting) {
      return undefined;
    }
    const timer = setTimeout(() => latest.current.reload(), POLL_MS);
    return () => clearTimeout(timer);
  }, [waiting]);
}
