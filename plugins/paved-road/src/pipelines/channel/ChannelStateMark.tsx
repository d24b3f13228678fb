import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../shared/Mark';
import { channelStateIcons } from './channelIcons';
import { channelStateTones, channelStateWords } from './channelWords';

/** Where a service stands towards the paved road: a shape and a word. */
export function ChannelStateMark(props: { state: ChannelState }) {
  const { state } = props;
  return (
    <Mark icon={channelStateIcons[state]} tone={channelStateTones[state]}>
      {channelStateWords[state]}
    </Mark>
  );
}
