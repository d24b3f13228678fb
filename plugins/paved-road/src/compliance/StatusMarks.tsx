import HourglassEmptyIcon from '@material-ui/icons/HourglassEmpty';
import RefreshIcon from '@material-ui/icons/Refresh';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { ServiceStatus } from '@paved-road/backstage-plugin-paved-road-common';
import { Mark } from '../shared/Mark';

/** What is to be known about a status before it is relied on. */
export function StatusMarks(props: {
  status: Pick<
    ServiceStatus,
    'stale' | 'bundleCurrent' | 'pending' | 'checkId'
  >;
}) {
  const { stale, bundleCurrent, pending, checkId } = props.status;
  return (
    <>
      {stale && (
        <Mark icon={ScheduleIcon} tone="warn">
          Stale
        </Mark>
      )}
      {checkId !== undefined && !bundleCurrent && (
        <Mark icon={RefreshIcon} tone="info">
          Rules changed since
        </Mark>
      )}
      {pending && (
        <Mark icon={HourglassEmptyIcon} tone="info">
          {pending.state === 'running'
            ? 'Being checked'
            : 'Waiting for a check'}
        </Mark>
      )}
    </>
  );
}
