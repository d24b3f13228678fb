import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { makeStyles, Theme } from '@material-ui/core/styles';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import HistoryIcon from '@material-ui/icons/History';
import { ProductVersion } from '@paved-road/backstage-plugin-paved-road-common';
import { GrowingList } from '../../shared/GrowingList';
import { Mark } from '../../shared/Mark';
import { RelativeTime } from '../../shared/RelativeTime';
import { toneColor } from '../../shared/tone';

const SHOWN_AT_FIRST = 5;
const SHOWN_MORE = 20;

const useStyles = makeStyles(
  (theme: Theme) => ({
    option: { alignItems: 'flex-start' },
    words: {
      padding: theme.spacing(1, 0),
      overflowWrap: 'anywhere',
    },
    name: { fontWeight: 700, marginRight: theme.spacing(1) },
    quiet: { color: toneColor(theme, 'quiet') },
  }),
  { name: 'PavedRoadVersionChooser' },
);

/** The versions, the one to take first at the top; one of them is looked at. */
export function VersionChooser(props: {
  versions: ProductVersion[];
  chosen: string;
  onChoose: (version: string) => void;
}) {
  const { versions, chosen } = props;
  const classes = useStyles();
  const place = versions.findIndex(({ id }) => id === chosen);
  return (
    <GrowingList
      items={versions}
      first={Math.max(SHOWN_AT_FIRST, place + 1)}
      step={SHOWN_MORE}
      noun={['more version']}
    >
      {shown => (
        <RadioGroup
          aria-label="Version"
          value={chosen}
          onChange={(_, value) => props.onChoose(value)}
        >
          {shown.map(version => (
            <FormControlLabel
              key={version.id}
              className={classes.option}
              value={version.id}
              control={<Radio size="small" color="primary" />}
              label={
                <div className={classes.words}>
                  <span className={classes.name}>{version.name}</span>
                  <Guidance guidance={version.guidance} />
                  {version.description && <div>{version.description}</div>}
                  {version.createdAt && (
                    <div className={classes.quiet}>
                      Made <RelativeTime value={version.createdAt} />
                    </div>
                  )}
                </div>
              }
            />
          ))}
        </RadioGroup>
      )}
    </GrowingList>
  );
}

/** What its makers say of a version, as a word and a shape. */
export function Guidance(props: { guidance: ProductVersion['guidance'] }) {
  switch (props.guidance) {
    case 'deprecated':
      return (
        <Mark icon={HistoryIcon} tone="warn">
          Deprecated
        </Mark>
      );
    case 'default':
      return (
        <Mark icon={CheckCircleOutlineIcon} tone="good">
          Recommended
        </Mark>
      );
    default:
      return null;
  }
}
