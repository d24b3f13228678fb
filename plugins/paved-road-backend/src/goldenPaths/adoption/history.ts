import {
  Adoption,
  ChannelState,
} from '@paved-road/backstage-plugin-paved-road-common';

/** How long a service was known to be in which state. */
export interface StatePast {
  /** Oldest first. */
  changes: { state: ChannelState; at: string }[];
  /** When it was looked at last; absent where it never was. */
  lookedAt?: string;
}

const DAY_MS = 24 * 60 * 60 * 1_000;

/** More days than a chart can tell apart. */
const MOST_DAYS = 90;

export type StateCounts = Adoption['counts'];

export function noStates(): StateCounts {
  return { 'on-road': 0, drifting: 0, 'off-road': 0, unknown: 0 };
}

/**
 * How many services were in which state at the end of each day, in UTC, from the
 * first day on which any was looked at to the last one.
 */
export function historyOf(pasts: StatePast[]): Adoption['history'] {
  const spans = pasts.flatMap(({ changes, lookedAt }) =>
    lookedAt && changes.length > 0
      ? { changes, from: dayOf(changes[0].at), to: dayOf(lookedAt) }
      : [],
  );
  if (spans.length === 0) {
    return [];
  }
  const first = Math.min(...spans.map(({ from }) => from));
  const last = Math.max(...spans.map(({ to }) => to));
  const start = Math.max(first, last - MOST_DAYS + 1);
  return Array.from({ length: last - start + 1 }, (_, index) => {
    const day = start + index;
    const counts = noStates();
    for (const { changes, from, to } of spans) {
      const state =
        from <= day && day <= to
          ? changes.findLast(({ at }) => dayOf(at) <= day)?.state
          : undefined;
      if (state) {
        counts[state] += 1;
      }
    }
    return {
      date: new Date(day * DAY_MS).toISOString().slice(0, 10),
      counts,
    };
  });
}

/** Number of the day, in UTC. */
function dayOf(time: string): number {
  return Math.floor(Date.parse(time) / DAY_MS);
}
