import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/**
 * Brings the place that the address names into view, once it is there: a router
 * doesn't, and what is loaded isn't there when the page opens.
 */
export function useScrollToHash(isReady: boolean) {
  const { hash, key } = useLocation();
  useEffect(() => {
    if (isReady && hash.length > 1) {
      document.getElementById(hash.slice(1))?.scrollIntoView?.();
    }
  }, [isReady, hash, key]);
}
