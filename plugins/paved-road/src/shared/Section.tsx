import { ReactNode, useId } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';

const useStyles = makeStyles(
  (theme: Theme) => ({
    section: {
      marginBottom: theme.spacing(4),
      minWidth: 0,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1.5),
    },
  }),
  { name: 'PavedRoadSection' },
);

/** A titled part of a page, a landmark that is named after its heading. */
export function Section(props: {
  title: ReactNode;
  level: 2 | 3;
  /** For links to this place. */
  id?: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  const titleId = useId();
  return (
    <section
      id={props.id}
      aria-labelledby={titleId}
      className={classes.section}
    >
      <div className={classes.head}>
        <Typography
          id={titleId}
          component={props.level === 2 ? 'h2' : 'h3'}
          variant={props.level === 2 ? 'h5' : 'h6'}
        >
          {props.title}
        </Typography>
        {props.actions}
      </div>
      {props.children}
    </section>
  );
}
