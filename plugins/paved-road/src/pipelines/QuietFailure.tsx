import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { failureKind, failureMessage } from '../shared/failure';

/** Says in a line that the results are not here; the rest of the page still is. */
export function QuietFailure(props: { error: Error; onRetry: () => void }) {
  const { error } = props;
  if (failureKind(error) === 'forbidden') {
    return (
      <Typography color="textSecondary">
        You may not see what pipelines have found. Ask the owners of the service
        if you need it.
      </Typography>
    );
  }
  return (
    <Typography color="textSecondary">
      Could not load what pipelines have found. {failureMessage(error)}{' '}
      <Button size="small" onClick={props.onRetry}>
        Try again
      </Button>
    </Typography>
  );
}
