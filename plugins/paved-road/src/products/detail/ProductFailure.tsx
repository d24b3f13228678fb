import { failureMessage, isResponseError } from '../../shared/failure';
import { RequestFailure } from '../../shared/RequestFailure';
import { AccountProblem } from '../AccountProblem';

/** What stands in the place of a product, or a part of it, that could not be loaded. */
export function ProductFailure(props: {
  error: Error;
  /** What was asked for, such as `the product`. */
  what: string;
  /** The account as people call it. */
  account: string;
  onRetry: () => void;
  level?: 2 | 3 | 4;
}) {
  const { error, what, account, onRetry, level } = props;
  return isAccountProblem(error) ? (
    <AccountProblem
      account={account}
      message={failureMessage(error)}
      onRetry={onRetry}
      level={level}
    />
  ) : (
    <RequestFailure error={error} what={what} onRetry={onRetry} level={level} />
  );
}

/**
 * The backend's own 503 says what is the matter with the account; one of a proxy
 * before it has no such name and says nothing.
 */
function isAccountProblem(error: Error): boolean {
  return (
    isResponseError(error) &&
    error.statusCode === 503 &&
    error.cause.name === 'ServiceUnavailableError'
  );
}
