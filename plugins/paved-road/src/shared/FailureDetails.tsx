import { Disclosure } from './Disclosure';
import { Facts } from './Facts';
import { isResponseError } from './failure';

/** What whoever runs the portal needs to find out why a request failed. */
export function FailureDetails(props: { error: Error }) {
  const { error } = props;
  const answer = isResponseError(error) ? error : undefined;
  const asked = answer?.body.request;
  return (
    <Disclosure label="Details">
      {() => (
        <Facts
          facts={[
            { name: 'Error', value: answer?.cause.name ?? error.name },
            {
              name: 'Status',
              value:
                answer && `${answer.statusCode} ${answer.statusText}`.trim(),
            },
            { name: 'Request', value: asked && `${asked.method} ${asked.url}` },
          ]}
        />
      )}
    </Disclosure>
  );
}
