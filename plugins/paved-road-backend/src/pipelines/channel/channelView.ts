import {
  ChannelItem,
  ServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ChannelStanding, StateChange } from './standings';

/** What is known of a service's wiring, as far as it can be relied on. */
export function channelView(
  entityRef: string,
  standing: ChannelStanding | undefined,
  changes: StateChange[],
  { freshnessMs, now }: { freshnessMs: number; now: number },
): ServiceChannel {
  if (!standing) {
    return { entityRef, state: 'unknown', items: [] };
  }
  const { items, lookedAt, provider, repositoryUrl, state } = standing;
  const known = { entityRef, provider, repositoryUrl, checkedAt: lookedAt };
  if (now - Date.parse(lookedAt) > freshnessMs) {
    return { ...known, state: 'unknown', items: items.map(doubt) };
  }
  return { ...known, state, since: changes.at(-1)?.at, items };
}

/** What held too long ago may hold no more; what didn't is still the best that is known. */
function doubt(item: ChannelItem): ChannelItem {
  return item.verdict === 'pass'
    ? {
        ...item,
        verdict: 'unknown',
        message: `${item.message} That was looked at too long ago to rely on.`,
      }
    : item;
}
