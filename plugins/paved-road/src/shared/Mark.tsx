import { ComponentType, ReactNode } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import { Tone, toneColor } from './tone';

const useStyles = makeStyles(
  (theme: Theme) => ({
    mark: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: ({ tone }: { tone: Tone }) => toneColor(theme, tone),
      fontSize: theme.typography.pxToRem(13),
      fontWeight: 700,
      lineHeight: 1.4,
    },
    icon: {
      fontSize: theme.typography.pxToRem(16),
    },
  }),
  { name: 'PavedRoadMark' },
);

/** A short remark beside something, such as "Stale": a shape and words. */
export function Mark(props: {
  icon: ComponentType<SvgIconProps>;
  tone: Tone;
  children: ReactNode;
}) {
  const classes = useStyles({ tone: props.tone });
  const Icon = props.icon;
  return (
    <span className={classes.mark}>
      <Icon aria-hidden className={classes.icon} />
      <span>{props.children}</span>
    </span>
  );
}
