import { ComponentType } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import CheckCircleOutlineIcon from '@material-ui/icons/CheckCircleOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import ReportIcon from '@material-ui/icons/Report';
import { ChannelItem as Item } from '@paved-road/backstage-plugin-paved-road-common';
import { httpUrl } from '../../shared/httpUrl';
import { Mark } from '../../shared/Mark';
import { OutsideLink } from '../../shared/OutsideLink';
import { Tone, toneColor } from '../../shared/tone';

const marks: Record<
  Item['verdict'],
  { icon: ComponentType<SvgIconProps>; tone: Tone; word: string }
> = {
  fail: { icon: ReportIcon, tone: 'bad', word: 'Doesn’t hold' },
  unknown: { icon: HelpOutlineIcon, tone: 'info', word: 'Not known' },
  pass: { icon: CheckCircleOutlineIcon, tone: 'good', word: 'Holds' },
};

const useStyles = makeStyles(
  (theme: Theme) => ({
    item: {
      display: 'grid',
      gridTemplateColumns: '112px minmax(0, 1fr)',
      columnGap: theme.spacing(1),
      alignItems: 'start',
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    fix: { whiteSpace: 'pre-line' },
    label: { fontWeight: 700 },
    place: {
      color: toneColor(theme, 'quiet'),
      fontSize: theme.typography.pxToRem(13),
    },
  }),
  { name: 'PavedRoadChannelItem' },
);

/** One thing that has to hold: whether it does, what was found, how it is mended. */
export function ChannelItem(props: { item: Item }) {
  const { verdict, message, fix, url } = props.item;
  const classes = useStyles();
  const { icon, tone, word } = marks[verdict];
  return (
    <li className={classes.item}>
      <Mark icon={icon} tone={tone}>
        {word}
      </Mark>
      <div>
        <div>{message}</div>
        {fix && verdict !== 'pass' && (
          <div className={classes.fix}>
            <span className={classes.label}>Fix:</span> {fix}
          </div>
        )}
        {httpUrl(url) && (
          <div className={classes.place}>
            <OutsideLink url={url}>See it where it is</OutsideLink>
          </div>
        )}
      </div>
    </li>
  );
}
