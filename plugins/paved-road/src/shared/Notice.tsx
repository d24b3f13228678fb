import { ComponentType, ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { SvgIconProps } from '@material-ui/core/SvgIcon';
import { Tone, toneColor } from './tone';

const useStyles = makeStyles(
  (theme: Theme) => ({
    notice: {
      display: 'flex',
      gap: theme.spacing(2),
      padding: theme.spacing(2.5),
      marginBottom: theme.spacing(2),
      borderLeft: ({ tone }: { tone: Tone }) =>
        `4px solid ${toneColor(theme, tone)}`,
    },
    icon: {
      color: ({ tone }: { tone: Tone }) => toneColor(theme, tone),
      flexShrink: 0,
    },
    body: {
      minWidth: 0,
      flexGrow: 1,
      '& > p': { margin: theme.spacing(0, 0, 1) },
      '& > p:last-child': { marginBottom: 0 },
    },
    title: {
      // More specific than what the section around it gives to its headings.
      '&&': { margin: theme.spacing(0, 0, 0.5) },
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'PavedRoadNotice' },
);

/** What a place says where there is nothing to show: why, and what to do. */
export function Notice(props: {
  icon: ComponentType<SvgIconProps>;
  tone: Tone;
  title: string;
  level?: 2 | 3 | 4;
  /** Read out at once where true. */
  alert?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const classes = useStyles({ tone: props.tone });
  const Icon = props.icon;
  return (
    <Paper
      className={classes.notice}
      variant="outlined"
      role={props.alert ? 'alert' : undefined}
    >
      <Icon aria-hidden className={classes.icon} />
      <div className={classes.body}>
        <Typography
          className={classes.title}
          component={`h${props.level ?? 3}` as const}
          variant="subtitle1"
        >
          {props.title}
        </Typography>
        {props.children}
        {props.actions && (
          <div className={classes.actions}>{props.actions}</div>
        )}
      </div>
    </Paper>
  );
}
