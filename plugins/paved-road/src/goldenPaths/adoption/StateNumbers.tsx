import { makeStyles, Theme } from '@material-ui/core/styles';
import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import { channelStateIcons } from '../../pipelines/channel/channelIcons';
import {
  channelStates,
  channelStateTones,
  channelStateWords,
} from '../../pipelines/channel/channelWords';
import { NumberLinks } from '../../shared/NumberLinks';
import { useAdoptionLink } from '../links';
import { StateCounts } from './adoptionFilters';

const notes: Record<ChannelState, string> = {
  'off-road': 'Their way to production isn’t wired',
  drifting: 'Wired, and something doesn’t hold',
  unknown: 'Not looked at, or not readable',
  'on-road': 'Everything holds',
};

const useStyles = makeStyles(
  (theme: Theme) => ({ numbers: { marginBottom: theme.spacing(4) } }),
  { name: 'PavedRoadStateNumbers' },
);

/** How many services stand where, what needs care first. */
export function StateNumbers(props: { counts: StateCounts }) {
  const classes = useStyles();
  const adoptionLink = useAdoptionLink();
  return (
    <div className={classes.numbers}>
      <NumberLinks
        numbers={channelStates.map(state => {
          const Icon = channelStateIcons[state];
          return {
            value: props.counts[state],
            name: channelStateWords[state],
            note: notes[state],
            icon: <Icon fontSize="small" aria-hidden />,
            tone: channelStateTones[state],
            to: adoptionLink({ state }),
          };
        })}
      />
    </div>
  );
}
