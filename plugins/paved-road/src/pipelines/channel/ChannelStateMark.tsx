import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../../shared/Mark';
import { channelStateIcons } from './channelIcons';
import { channelStateTones, channelStateShortWords } from './channelWords';

/** Where a service stands towards the paved road: a shape and a short word. */
export function ChannelStateMark(props: { state: ChannelState }) {
  const { state } = props;
  return (
    <Mark icon={channelStateIcons[state]} tone={channelStateTones[state]}>
      {channelStateShortWords[state]}
    </Mark>
  );
}
