import {
  Adoption,
  ChannelState,
} from '@paved-road/backstage-plugin-paved-road-common';
import { StateCounts, totalOf } from './adoptionFilters';

export type HistoryPoint = Adoption['history'][number];

/** From the ground up: what is on the road first, so that its growth can be seen. */
export const stackedStates: ChannelState[] = [
  'on-road',
  'drifting',
  'unknown',
  'off-road',
];

/** How many days a chart reaches back. */
export const CHART_DAYS = 180;

/** A few days are not stretched over the whole width. */
const FEWEST_DAYS = 14;

const DAY_MS = 86_400_000;

export interface HistoryBar {
  date: string;
  /** Where the day lies, from 0 to `days - 1`. */
  day: number;
  counts: StateCounts;
  /** In services, from the ground up. */
  parts: { state: ChannelState; from: number; to: number }[];
}

export interface HistoryBars {
  days: number;
  /** The top of the scale, in services. */
  top: number;
  bars: HistoryBar[];
}

/**
 * One bar for each day on which it was looked at, at that day's place. Days
 * without a look stay empty: nobody knows what they were like.
 */
export function historyBars(history: HistoryPoint[]): HistoryBars {
  const points = history
    .map(point => ({ ...point, at: Date.parse(point.date) }))
    .filter(({ at }) => !Number.isNaN(at))
    .sort((one, other) => one.at - other.at);
  const last = points[points.length - 1]?.at ?? 0;
  const ageOf = (at: number) => Math.round((last - at) / DAY_MS);
  const recent = points.filter(({ at }) => ageOf(at) < CHART_DAYS);
  const days = Math.max(FEWEST_DAYS, ageOf(recent[0]?.at ?? last) + 1);
  return {
    days,
    top: niceTop(Math.max(0, ...recent.map(({ counts }) => totalOf(counts)))),
    bars: recent.map(({ date, at, counts }) => ({
      date,
      day: days - 1 - ageOf(at),
      counts,
      parts: stack(counts),
    })),
  };
}

function stack(counts: StateCounts): HistoryBar['parts'] {
  let ground = 0;
  return stackedStates
    .map(state => {
      const from = ground;
      ground += counts[state];
      return { state, from, to: ground };
    })
    .filter(({ from, to }) => to > from);
}

const EASY_TOPS = [1, 1.2, 1.6, 2, 3, 4, 6, 8, 10];

/** The next number that is easy to halve and to read: 4, 10, 12, 20, 300 … */
function niceTop(most: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const tops = EASY_TOPS.map(one => Math.round(one * step));
  return tops.find(top => top % 2 === 0 && top >= most) ?? 10 * step;
}
