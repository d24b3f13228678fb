import { CheckSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { OwnerLink } from '../../shared/OwnerLink';

/** Who or what asked for a check, as a sentence ends with it. */
export function CheckAsker(props: { check: CheckSummary }) {
  const { requestedBy, trigger } = props.check;
  if (requestedBy) {
    return <OwnerLink entityRef={requestedBy} />;
  }
  return <>{trigger === 'schedule' ? 'the schedule' : 'somebody'}</>;
}
