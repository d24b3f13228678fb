import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { VisuallyHidden } from './VisuallyHidden';

const useStyles = makeStyles(
  (theme: Theme) => ({
    row: { marginBottom: theme.spacing(1) },
  }),
  { name: 'PavedRoadLoading' },
);

/**
 * Holds the place of what is being loaded, so that nothing jumps when it
 * comes.
 */
export function Loading(props: {
  /** Such as `Loading the rules`. */
  label: string;
  rows?: number;
  rowHeight?: number;
}) {
  const classes = useStyles();
  return (
    <div role="status">
      <VisuallyHidden>{props.label}</VisuallyHidden>
      {Array.from({ length: props.rows ?? 3 }, (_, row) => (
        <Skeleton
          key={row}
          variant="rect"
          className={classes.row}
          height={props.rowHeight ?? 48}
        />
      ))}
    </div>
  );
}
