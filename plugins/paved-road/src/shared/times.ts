const UNITS: [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** True for `2026-11-24`, a day without a time. */
function isDay(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/**
 * An ISO time or day as a person says it, such as `3 hours ago` or `in 2
 * months`; the value itself where it is no time.
 */
export function relativeTime(value: string, now: number): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) {
    return value;
  }
  if (isDay(value)) {
    const today = Date.parse(new Date(now).toISOString().slice(0, 10));
    const days = Math.round((time - today) / 86_400_000);
    return inUnits(days * 86_400, 'day') ?? relative.format(days, 'day');
  }
  return inUnits((time - now) / 1000, 'minute') ?? 'just now';
}

function inUnits(
  seconds: number,
  smallest: 'day' | 'minute',
): string | undefined {
  for (const [unit, length] of UNITS) {
    const amount = Math.round(seconds / length);
    if (Math.abs(seconds) >= length && amount !== 0) {
      return relative.format(amount, unit);
    }
    if (unit === smallest) {
      break;
    }
  }
  return undefined;
}

/** The same in full, in the reader's own time zone; days have none. */
export function exactTime(value: string): string {
  const time = Date.parse(value);
  if (Number.isNaN(time)) {
    return value;
  }
  return isDay(value)
    ? new Intl.DateTimeFormat('en', {
        dateStyle: 'full',
        timeZone: 'UTC',
      }).format(time)
    : new Intl.DateTimeFormat('en', {
        dateStyle: 'full',
        timeStyle: 'long',
      }).format(time);
}

/** Whether a day, such as the one of a review, lies in the past. */
export function isPast(day: string | undefined, now: number): boolean {
  if (day === undefined) {
    return false;
  }
  const time = Date.parse(day);
  const end = isDay(day) ? time + 86_400_000 : time;
  return end <= now;
}
