import ScheduleIcon from '@material-ui/icons/Schedule';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../api';
import { servicesRouteRef } from '../routes';
import { Loading } from '../shared/Loading';
import { RequestFailure } from '../shared/RequestFailure';
import { Section } from '../shared/Section';
import { pathWithParams } from '../shared/useUrlParams';
import { VerdictIcon } from '../shared/verdict';
import { NumberLinks } from '../shared/NumberLinks';

/** How the fleet is doing, as far as the reader may see it. */
export function FleetNumbers() {
  const api = useApi(pavedRoadApiRef);
  const servicesLink = useRouteRef(servicesRouteRef);
  const fleet = useAsyncRetry(() => api.listServices({ limit: 1 }), [api]);
  const to = (params: Record<string, string>) =>
    pathWithParams(servicesLink(), params);
  return (
    <Section level={2} title="All services that you may see">
      {fleet.error && (
        <RequestFailure
          error={fleet.error}
          what="the fleet"
          onRetry={fleet.retry}
        />
      )}
      {!fleet.error && !fleet.value && (
        <Loading label="Loading the fleet" rows={1} rowHeight={96} />
      )}
      {fleet.value && (
        <NumberLinks
          numbers={[
            {
              value: fleet.value.counts.fail,
              name: 'Fail',
              note: 'A rule says no',
              icon: <VerdictIcon kind="fail" fontSize="small" />,
              tone: 'bad',
              to: to({ verdict: 'fail' }),
            },
            {
              value: fleet.value.counts.unknown,
              name: 'Unknown',
              note: 'Not checked, or not readable',
              icon: <VerdictIcon kind="unknown" fontSize="small" />,
              tone: 'info',
              to: to({ verdict: 'unknown' }),
            },
            {
              value: fleet.value.counts.stale,
              name: 'Stale',
              note: 'Of the unknown: checked too long ago',
              icon: <ScheduleIcon fontSize="small" aria-hidden />,
              tone: 'warn',
              to: to({ stale: 'true' }),
            },
            {
              value: fleet.value.counts.pass,
              name: 'Pass',
              note: 'Every rule that applies',
              icon: <VerdictIcon kind="pass" fontSize="small" />,
              tone: 'good',
              to: to({ verdict: 'pass' }),
            },
          ]}
        />
      )}
    </Section>
  );
}
