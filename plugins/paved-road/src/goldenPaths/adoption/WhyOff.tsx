import { makeStyles, Theme } from '@material-ui/core/styles';
import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import { Disclosure } from '../../shared/Disclosure';
import { toneColor } from '../../shared/tone';
import { AdoptedService } from './adoptionFilters';

const SHOWN = 2;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      maxWidth: '45ch',
      overflowWrap: 'anywhere',
    },
    quiet: { color: toneColor(theme, 'quiet') },
  }),
  { name: 'PavedRoadWhyOff' },
);

/** What is said where nothing more is known. */
const plainly: Record<ChannelState, string> = {
  'off-road': 'Its repository is not wired',
  drifting: 'What doesn’t hold is not recorded',
  unknown: 'Nothing is known of its wiring',
  'on-road': 'Everything holds',
};

/** Why a service is not on the road, the first reasons in full. */
export function WhyOff(props: { service: AdoptedService }) {
  const { state, broken } = props.service;
  const classes = useStyles();
  if (broken.length === 0) {
    return <span className={classes.quiet}>{plainly[state]}</span>;
  }
  const more = broken.slice(SHOWN);
  const list = (reasons: string[]) => (
    <ul className={classes.list}>
      {reasons.map((reason, index) => (
        <li key={index}>{reason}</li>
      ))}
    </ul>
  );
  return (
    <>
      {list(broken.slice(0, SHOWN))}
      {more.length > 0 && (
        <Disclosure label={`${more.length} more`}>
          {() => list(more)}
        </Disclosure>
      )}
    </>
  );
}
