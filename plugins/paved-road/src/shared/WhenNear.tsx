import { ReactNode, useEffect, useRef, useState } from 'react';

/** How far below the window something counts as near. */
const MARGIN = '400px';

/**
 * Shows its content once the reader has come near it, so that a long page asks
 * the backend only for what is looked at.
 */
export function WhenNear(props: {
  /** The height that is kept free until then, in pixels. */
  height: number;
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(typeof IntersectionObserver !== 'function');
  useEffect(() => {
    if (near || !place.current) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries => {
        if (entries.some(entry => entry.isIntersecting)) {
          setNear(true);
        }
      },
      { rootMargin: MARGIN },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [near]);
  return near ? (
    <>{props.children}</>
  ) : (
    <div ref={place} style={{ minHeight: props.height }} />
  );
}
