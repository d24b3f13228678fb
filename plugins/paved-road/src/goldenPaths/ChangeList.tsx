import { makeStyles, Theme } from '@material-ui/core/styles';
import { GoldenPathChange } from '@paved-road/backstage-plugin-paved-road-common';
import { RelativeTime } from '../shared/RelativeTime';
import { toneColor } from '../shared/tone';

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    change: {
      marginBottom: theme.spacing(1),
      maxWidth: '75ch',
      overflowWrap: 'anywhere',
    },
    version: { fontWeight: 700 },
    when: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
    summary: { whiteSpace: 'pre-line' },
  }),
  { name: 'PavedRoadChangeList' },
);

/** What versions of a golden path brought, newest first. */
export function ChangeList(props: {
  label: string;
  changes: GoldenPathChange[];
}) {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.changes.map(({ version, date, summary }) => (
        <li key={version} className={classes.change}>
          <span className={classes.version}>{version}</span>{' '}
          <span className={classes.when}>
            <RelativeTime value={date} />
          </span>
          <div className={classes.summary}>{summary}</div>
        </li>
      ))}
    </ul>
  );
}
