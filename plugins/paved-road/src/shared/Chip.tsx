import { ReactElement, ReactNode } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Tone, toneColor } from './tone';

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
      color: ({ tone }: { tone: Tone }) => toneColor(theme, tone),
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 700,
      lineHeight: 1.4,
      whiteSpace: 'nowrap',
      verticalAlign: 'middle',
      '& svg': { fontSize: theme.typography.pxToRem(18) },
    },
  }),
  { name: 'PavedRoadChip' },
);

/** How something is, in a frame: a shape and a word before it is a colour. */
export function Chip(props: {
  icon: ReactElement;
  tone: Tone;
  children: ReactNode;
}) {
  const classes = useStyles({ tone: props.tone });
  return (
    <span className={classes.chip}>
      {props.icon}
      {props.children}
    </span>
  );
}
