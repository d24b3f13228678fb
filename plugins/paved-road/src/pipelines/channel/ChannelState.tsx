import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { ServiceChannel } from '@paved-road/backstage-plugin-paved-road-common';
import { ADOPT_TEMPLATE, useGoldenPathLink } from '../../goldenPaths/links';
import { Chip } from '../../shared/Chip';
import { RelativeTime } from '../../shared/RelativeTime';
import { toneColor } from '../../shared/tone';
import { channelStateIcons } from './channelIcons';
import {
  channelSentence,
  channelStateTones,
  channelStateWords,
  shownState,
} from './channelWords';

const useStyles = makeStyles(
  (theme: Theme) => ({
    state: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
    },
    since: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
    meaning: { marginTop: theme.spacing(1), maxWidth: '75ch' },
  }),
  { name: 'PavedRoadChannelState' },
);

/** Where the service stands, in a word, a shape and a sentence. */
export function ChannelState(props: {
  channel: Pick<ServiceChannel, 'state' | 'items' | 'checkedAt' | 'since'>;
}) {
  const { channel } = props;
  const classes = useStyles();
  const goldenPathLink = useGoldenPathLink();
  const state = shownState(channel);
  const Icon = channelStateIcons[state];
  return (
    <>
      <Typography component="div" className={classes.state}>
        <Chip icon={<Icon aria-hidden />} tone={channelStateTones[state]}>
          {channelStateWords[state]}
        </Chip>
        <span>{channelSentence(channel)}</span>
        {channel.since && state === channel.state && (
          <span className={classes.since}>
            since <RelativeTime value={channel.since} />
          </span>
        )}
      </Typography>
      {state === 'off-road' && (
        <Typography variant="body2" className={classes.meaning}>
          How its changes get to production is not known here, and nothing makes
          sure that they are scanned on the way.{' '}
          <Link to={goldenPathLink(ADOPT_TEMPLATE)}>Adopt the paved road</Link>:
          a pull request wires the repository, and its build stays as it is.
        </Typography>
      )}
    </>
  );
}
