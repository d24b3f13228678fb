import { makeStyles, Theme } from '@material-ui/core/styles';
import { toneColor } from '../tone';
import { VerdictKind, verdictTones, verdictWords } from './kinds';
import { VerdictIcon } from './VerdictIcon';

const useStyles = makeStyles(
  (theme: Theme) => ({
    chip: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      padding: theme.spacing(0.25, 1, 0.25, 0.5),
      border: '1px solid currentColor',
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      color: ({ kind }: { kind: VerdictKind }) =>
        toneColor(theme, verdictTones[kind]),
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 700,
      lineHeight: 1.4,
      whiteSpace: 'nowrap',
      verticalAlign: 'middle',
    },
    icon: {
      fontSize: theme.typography.pxToRem(18),
    },
  }),
  { name: 'PavedRoadVerdictChip' },
);

/** A verdict: a word and a shape before it is a colour. */
export function VerdictChip(props: { kind: VerdictKind }) {
  const classes = useStyles(props);
  return (
    <span className={classes.chip}>
      <VerdictIcon kind={props.kind} className={classes.icon} />
      {verdictWords[props.kind]}
    </span>
  );
}
