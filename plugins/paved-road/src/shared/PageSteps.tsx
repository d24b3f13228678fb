import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';

const useStyles = makeStyles(
  (theme: Theme) => ({
    steps: {
      display: 'flex',
      alignItems: 'center',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'PavedRoadPageSteps' },
);

/** The way to the next and the previous page of a list. */
export function PageSteps(props: {
  /** What of what is shown, such as `1–50 of 251`. */
  label: string;
  onFirst?: () => void;
  onPrevious?: () => void;
  onNext?: () => void;
}) {
  const classes = useStyles();
  return (
    <nav aria-label="Pages" className={classes.steps}>
      {props.onFirst && (
        <Button variant="outlined" onClick={props.onFirst}>
          First page
        </Button>
      )}
      <Button
        variant="outlined"
        disabled={!props.onPrevious}
        onClick={props.onPrevious}
      >
        Previous page
      </Button>
      <Button
        variant="outlined"
        disabled={!props.onNext}
        onClick={props.onNext}
      >
        Next page
      </Button>
      <Typography component="span" variant="body2">
        {props.label}
      </Typography>
    </nav>
  );
}
