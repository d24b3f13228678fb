import { ReactNode } from 'react';
import { makeStyles, Theme } from '@material-ui/core/styles';

const useStyles = makeStyles(
  (theme: Theme) => ({
    layout: {
      display: 'grid',
      gap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('md')]: {
        gridTemplateColumns: '250px minmax(0, 1fr)',
      },
    },
  }),
  { name: 'PavedRoadFilteredLayout' },
);

/** Filters beside what they filter, or above it where there is little room. */
export function FilteredLayout(props: {
  filters: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div className={classes.layout}>
      <div>{props.filters}</div>
      <div>{props.children}</div>
    </div>
  );
}
