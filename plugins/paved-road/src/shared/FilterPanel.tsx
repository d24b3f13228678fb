import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles, Theme } from '@material-ui/core/styles';

const useStyles = makeStyles(
  (theme: Theme) => ({
    panel: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: '1fr',
      alignItems: 'start',
      [theme.breakpoints.only('sm')]: { gridTemplateColumns: '1fr 1fr' },
    },
  }),
  { name: 'PavedRoadFilterPanel' },
);

/** Filters below one another, to stand beside what they filter. */
export function FilterPanel(props: {
  label: string;
  /** Absent where nothing is filtered. */
  onClear: (() => void) | undefined;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <div role="search" aria-label={props.label} className={classes.panel}>
      {props.children}
      {props.onClear && (
        <Button variant="outlined" onClick={props.onClear}>
          Clear all filters
        </Button>
      )}
    </div>
  );
}
