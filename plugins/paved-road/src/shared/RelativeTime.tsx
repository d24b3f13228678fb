import { useEffect, useState } from 'react';
import Tooltip from '@material-ui/core/Tooltip';
import { exactTime, relativeTime } from './times';

const REFRESH_MS = 30_000;

/** A time as a person says it, with the exact one on hover. */
export function RelativeTime(props: { value: string }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Tooltip title={exactTime(props.value)}>
      <time dateTime={props.value}>{relativeTime(props.value, now)}</time>
    </Tooltip>
  );
}
