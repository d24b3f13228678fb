import ScheduleIcon from '@material-ui/icons/Schedule';
import { useLocation } from 'react-router-dom';
import {
  OverallVerdict,
  ServiceCounts,
} from '@paved-road/backstage-plugin-paved-road-common';
import { NumberPills } from '../../shared/NumberPills';
import { ParamChanges, withChanges } from '../../shared/useUrlParams';
import { VerdictIcon, verdictWords } from '../../shared/verdict';
import { ServiceFilters } from './serviceFilters';

const VERDICTS: OverallVerdict[] = ['fail', 'unknown', 'pass'];

/** How many services have which verdict, each number leading to those. */
export function CountLinks(props: {
  counts: ServiceCounts;
  filters: ServiceFilters;
}) {
  const { counts, filters } = props;
  const { search } = useLocation();
  const to = (changes: ParamChanges) =>
    `?${withChanges(new URLSearchParams(search), {
      verdict: undefined,
      stale: undefined,
      cursor: undefined,
      ...changes,
    })}`;
  return (
    <NumberPills
      label="Services by verdict"
      pills={[
        {
          name: 'All',
          value: counts.pass + counts.fail + counts.unknown,
          to: to({}),
          current: filters.verdict.length === 0 && !filters.stale,
        },
        ...VERDICTS.map(verdict => ({
          name: verdictWords[verdict],
          value: counts[verdict],
          icon: <VerdictIcon kind={verdict} fontSize="small" />,
          to: to({ verdict }),
          current: filters.verdict.includes(verdict),
        })),
        {
          name: 'Stale',
          value: counts.stale,
          icon: <ScheduleIcon fontSize="small" aria-hidden />,
          to: to({ stale: 'true' }),
          current: filters.stale,
        },
      ]}
    />
  );
}
