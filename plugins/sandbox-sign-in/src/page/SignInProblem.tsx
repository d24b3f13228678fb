import { ResponseError } from '@backstage/errors';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';

function words(error: Error): string {
  if (!(error instanceof ResponseError)) {
    return error instanceof TypeError
      ? 'The backend does not answer. It may still be starting, or have ended.'
      : `The backend's answer could not be read: ${error.message}`;
  }
  return error.statusCode === 404 && error.body.error.name !== 'NotFoundError'
    ? 'The backend has no sandbox sign-in: auth.providers.sandbox is not configured.'
    : error.body.error.message;
}

/** Why a step of the sign-in has failed, in the backend's own words where it has some. */
export function SignInProblem(props: {
  title: string;
  error: Error;
  onRetry?: () => void;
}) {
  const { title, error, onRetry } = props;
  return (
    <Alert
      severity="error"
      action={
        onRetry && (
          <Button color="inherit" size="small" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      <AlertTitle>{title}</AlertTitle>
      {words(error)}
    </Alert>
  );
}
