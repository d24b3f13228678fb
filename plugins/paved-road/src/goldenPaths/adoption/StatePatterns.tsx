import { Theme, useTheme } from '@material-ui/core/styles';
import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import {
  channelStates,
  channelStateTones,
} from '../../pipelines/channel/channelWords';
import { toneColor } from '../../shared/tone';

const SIZE = 6;

/** What is drawn over a state's colour, so that it can be told without it. */
const strokes: Record<ChannelState, string | undefined> = {
  'on-road': undefined,
  drifting: 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2',
  unknown: 'M1,3 h1.5 M4,0.5 h1.5',
  'off-road': 'M0,0 l6,6 M0,6 l6,-6',
};

export function patternId(prefix: string, state: ChannelState): string {
  return `${prefix}-${state}`;
}

/** The fills of the states, each a colour and a pattern, for an SVG's `defs`. */
export function StatePatterns(props: { prefix: string }) {
  const theme = useTheme<Theme>();
  return (
    <>
      {channelStates.map(state => (
        <pattern
          key={state}
          id={patternId(props.prefix, state)}
          width={SIZE}
          height={SIZE}
          patternUnits="userSpaceOnUse"
        >
          <rect
            width={SIZE}
            height={SIZE}
            fill={toneColor(theme, channelStateTones[state])}
          />
          {strokes[state] && (
            <path
              d={strokes[state]}
              stroke={theme.palette.background.paper}
              strokeWidth={1}
              fill="none"
            />
          )}
        </pattern>
      ))}
    </>
  );
}
