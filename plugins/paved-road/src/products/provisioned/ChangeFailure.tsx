import Typography from '@material-ui/core/Typography';
import {
  failureKind,
  failureMessage,
  isResponseError,
} from '../../shared/failure';

/** Says beside its button whether a change that brought an error was made. */
export function ChangeFailure(props: {
  /** The words on the button. */
  label: string;
  error: Error | undefined;
}) {
  const { label, error } = props;
  return error ? (
    <Typography variant="body2" color="error" role="alert">
      {words(error, label)}
    </Typography>
  ) : null;
}

function words(error: Error, label: string): string {
  if (failureKind(error) === 'signed-out') {
    return 'Your session has ended, and nothing was done. Sign in again.';
  }
  if (isResponseError(error) && error.statusCode < 500) {
    return `Nothing was done. ${failureMessage(error)}`;
  }
  const reason = isResponseError(error)
    ? failureMessage(error)
    : 'No answer came.';
  return `${reason} Whether it was taken is not known. Press "${label}" again: it is not done twice.`;
}
