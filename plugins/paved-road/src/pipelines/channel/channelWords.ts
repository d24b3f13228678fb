import {
  ChannelState,
  ServiceChannel,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Tone } from '../../shared/tone';
import { count } from '../../shared/words';

/** The states in the order in which they need care. */
export const channelStates: ChannelState[] = [
  'off-road',
  'drifting',
  'unknown',
  'on-road',
];

export const channelStateWords: Record<ChannelState, string> = {
  'on-road': 'On the paved road',
  drifting: 'Drifting',
  'off-road': 'Not on the paved road',
  unknown: 'Not known',
};

/** The same where the paved road is spoken of anyway, as in a table. */
export const channelStateShortWords: Record<ChannelState, string> = {
  'on-road': 'On the road',
  drifting: 'Drifting',
  'off-road': 'Off the road',
  unknown: 'Not known',
};

export const channelStateTones: Record<ChannelState, Tone> = {
  'on-road': 'good',
  drifting: 'warn',
  'off-road': 'bad',
  unknown: 'info',
};

/**
 * The state as it is shown. Whatever an answer says, a service is on the road
 * only where it was looked at and every single thing was seen to hold.
 */
export function shownState(
  channel: Pick<ServiceChannel, 'state' | 'items' | 'checkedAt'>,
): ChannelState {
  const { state, items, checkedAt } = channel;
  if (state !== 'on-road') {
    return state;
  }
  if (items.some(({ verdict }) => verdict === 'fail')) {
    return 'drifting';
  }
  const isSeen = checkedAt !== undefined && items.length > 0;
  return isSeen && items.every(({ verdict }) => verdict === 'pass')
    ? 'on-road'
    : 'unknown';
}

/** What stands beside the state: how much doesn't hold, or why nothing is known. */
export function channelSentence(
  channel: Pick<ServiceChannel, 'state' | 'items' | 'checkedAt'>,
): string {
  const { items, checkedAt } = channel;
  const having = (verdict: string) =>
    items.filter(item => item.verdict === verdict).length;
  const unseen = having('unknown');
  switch (shownState(channel)) {
    case 'off-road':
      return 'Nothing leads its changes through the platform’s pipeline';
    case 'on-road':
      return 'The platform’s pipeline is its only way to production';
    case 'drifting':
      return driftSentence(having('fail'), unseen);
    default:
      if (checkedAt === undefined) {
        return 'It was not looked at yet';
      }
      return unseen > 0
        ? `${count(unseen, 'thing')} could not be looked at`
        : 'Nothing was found that says where it stands';
  }
}

function driftSentence(broken: number, unseen: number): string {
  const unseenWords = `${unseen} could not be looked at`;
  if (broken === 0) {
    return unseen > 0 ? unseenWords : 'Something doesn’t hold';
  }
  const brokenWords = `${count(broken, 'thing doesn’t', 'things don’t')} hold`;
  return unseen > 0 ? `${brokenWords}, ${unseenWords}` : brokenWords;
}
