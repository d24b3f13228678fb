import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles, Theme } from '@material-ui/core/styles';
import useAsync from 'react-use/esm/useAsync';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { ServiceStatus } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../api';
import { StatusMarks, statusSentence, TopBlockers } from '../compliance';
import { servicesRouteRef } from '../routes';
import { entityPathOf, shortName } from '../shared/entityRefs';
import { Loading } from '../shared/Loading';
import { RelativeTime } from '../shared/RelativeTime';
import { ServiceLink } from '../shared/ServiceLink';
import { pathWithParams } from '../shared/useUrlParams';
import { VerdictChip } from '../shared/verdict';
import { count } from '../shared/words';

/** For so many services the rules that block them are named. */
const NAMED = 5;

const useStyles = makeStyles(
  (theme: Theme) => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    service: {
      display: 'grid',
      gridTemplateColumns: '110px minmax(0, 1fr)',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(2),
      marginBottom: theme.spacing(1.5),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr)',
      },
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 2),
    },
    more: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 3) },
  }),
  { name: 'PavedRoadUrgentServices' },
);

/** What is not in order, service by service; what passes, as a number. */
export function UrgentServices(props: {
  services: ServiceStatus[];
  /** How many of all pass. */
  passing: number;
  total: number;
  owner: string[];
}) {
  const { services, passing, total, owner } = props;
  const classes = useStyles();
  const servicesLink = useRouteRef(servicesRouteRef);
  const urgent = services.filter(({ verdict }) => verdict !== 'pass');
  return (
    <>
      <ul className={classes.list}>
        {urgent.map((service, index) => (
          <UrgentService
            key={service.entityRef}
            service={service}
            named={index < NAMED}
          />
        ))}
      </ul>
      <Typography className={classes.more}>
        {passing > 0 && (
          <Link to={pathWithParams(servicesLink(), { owner, verdict: 'pass' })}>
            {count(
              passing,
              'service of yours passes',
              'services of yours pass',
            )}
          </Link>
        )}
        {total > services.length && (
          <Link to={pathWithParams(servicesLink(), { owner })}>
            All {total} services of yours
          </Link>
        )}
      </Typography>
    </>
  );
}

function UrgentService(props: { service: ServiceStatus; named: boolean }) {
  const { service, named } = props;
  const classes = useStyles();
  return (
    <li className={classes.service}>
      <div>
        <VerdictChip kind={service.verdict} />
      </div>
      <div>
        <div className={classes.head}>
          <Typography component="h3" variant="subtitle1">
            <ServiceLink entityRef={service.entityRef} title={service.title} />
          </Typography>
          <StatusMarks status={service} />
          {service.checkedAt && (
            <Typography variant="body2" component="span">
              Checked <RelativeTime value={service.checkedAt} />
            </Typography>
          )}
        </div>
        <Typography>{sentenceOf(service)}</Typography>
        {named && service.counts.blocking > 0 && (
          <Blockers entityRef={service.entityRef} />
        )}
      </div>
    </li>
  );
}

function sentenceOf(service: ServiceStatus): ReactNode {
  return service.verdict === 'fail' && service.counts.blocking > 0
    ? `${count(service.counts.blocking, 'rule blocks', 'rules block')} ${
        service.title ?? shortName(service.entityRef)
      }:`
    : statusSentence(service);
}

function Blockers(props: { entityRef: string }) {
  const { entityRef } = props;
  const api = useApi(pavedRoadApiRef);
  const compliance = useAsync(
    () => api.getService(entityPathOf(entityRef)),
    [api, entityRef],
  );
  if (compliance.error) {
    return (
      <Typography variant="body2">
        Which ones could not be loaded. Open the service to see them.
      </Typography>
    );
  }
  return compliance.value ? (
    <TopBlockers results={compliance.value.results} entityRef={entityRef} />
  ) : (
    <Loading label="Loading the rules that block it" rows={2} rowHeight={20} />
  );
}
