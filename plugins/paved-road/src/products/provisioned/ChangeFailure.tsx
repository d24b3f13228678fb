import Typography from '@material-ui/core/Typography';
import { failureMessage, isResponseError } from '../../shared/failure';

/** Says beside its button that a change was not taken, or that it is not known. */
export function ChangeFailure(props: {
  /** What was asked for, such as `The action`. */
  what: string;
  error: Error | undefined;
}) {
  const { what, error } = props;
  if (!error) {
    return null;
  }
  return (
    <Typography variant="body2" color="error" role="alert">
      {isResponseError(error)
        ? `${what} was refused. ${failureMessage(error)}`
        : `No answer came, so whether it was taken is not known. Try again: it is done once all the same.`}
    </Typography>
  );
}
