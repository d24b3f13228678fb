import { makeStyles, Theme } from '@material-ui/core/styles';
import ScheduleIcon from '@material-ui/icons/Schedule';
import { Link } from '@backstage/core-components';
import { useLocation } from 'react-router-dom';
import {
  OverallVerdict,
  ServiceCounts,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ParamChanges, withChanges } from '../../shared/useUrlParams';
import { VerdictIcon, verdictWords } from '../../shared/verdict';
import { ServiceFilters } from './serviceFilters';

const VERDICTS: OverallVerdict[] = ['fail', 'unknown', 'pass'];

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      listStyle: 'none',
    },
    link: {
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.75),
      padding: theme.spacing(0.5, 1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      '&[aria-current]': {
        borderColor: 'currentColor',
        fontWeight: 700,
        boxShadow: 'inset 0 -2px currentColor',
      },
    },
    icon: { fontSize: theme.typography.pxToRem(18) },
  }),
  { name: 'PavedRoadCountLinks' },
);

/** How many services have which verdict, each number leading to those. */
export function CountLinks(props: {
  counts: ServiceCounts;
  filters: ServiceFilters;
}) {
  const { counts, filters } = props;
  const classes = useStyles();
  const { search } = useLocation();
  const to = (changes: ParamChanges) =>
    `?${withChanges(new URLSearchParams(search), {
      verdict: undefined,
      stale: undefined,
      cursor: undefined,
      ...changes,
    })}`;
  const current = (active: boolean) => (active ? 'true' : undefined);
  const all = counts.pass + counts.fail + counts.unknown;
  return (
    <nav aria-label="Services by verdict">
      <ul className={classes.list}>
        <li>
          <Link
            to={to({})}
            className={classes.link}
            aria-current={current(
              filters.verdict.length === 0 && !filters.stale,
            )}
          >
            All {all}
          </Link>
        </li>
        {VERDICTS.map(verdict => (
          <li key={verdict}>
            <Link
              to={to({ verdict })}
              className={classes.link}
              aria-current={current(filters.verdict.includes(verdict))}
            >
              <VerdictIcon kind={verdict} className={classes.icon} />
              {verdictWords[verdict]} {counts[verdict]}
            </Link>
          </li>
        ))}
        <li>
          <Link
            to={to({ stale: 'true' })}
            className={classes.link}
            aria-current={current(filters.stale)}
          >
            <ScheduleIcon aria-hidden className={classes.icon} />
            Stale {counts.stale}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
