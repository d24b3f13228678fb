import { RequestFailure } from '../../shared/RequestFailure';

/** What stands in the place of a provisioned product that could not be loaded. */
export function ProvisionedFailure(props: {
  error: Error;
  onRetry: () => void;
}) {
  return (
    <RequestFailure
      error={props.error}
      what="this provisioned product"
      ask="the owners of the service that it is for"
      level={2}
      onRetry={props.onRetry}
    />
  );
}
