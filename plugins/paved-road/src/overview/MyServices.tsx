import Typography from '@material-ui/core/Typography';
import LayersClearIcon from '@material-ui/icons/LayersClear';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Link } from '@backstage/core-components';
import {
  identityApiRef,
  useApi,
  useRouteRef,
} from '@backstage/core-plugin-api';
import {
  ANNOTATION_DOCUMENTS,
  ServiceCounts,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../api';
import { servicesRouteRef } from '../routes';
import { Loading } from '../shared/Loading';
import { Notice } from '../shared/Notice';
import { RequestFailure } from '../shared/RequestFailure';
import { Section } from '../shared/Section';
import { count } from '../shared/words';
import { UrgentServices } from './UrgentServices';

const SHOWN = 20;

/** As many owners as the API takes at once. */
const MOST_OWNERS = 100;

/** The services of the reader and their teams, the most urgent first. */
export function MyServices() {
  const api = useApi(pavedRoadApiRef);
  const identityApi = useApi(identityApiRef);
  const mine = useAsyncRetry(async () => {
    const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
    const owner = ownershipEntityRefs.slice(0, MOST_OWNERS);
    if (owner.length === 0) {
      return { owner, left: 0, services: undefined };
    }
    const services = await api.listServices({
      owner,
      sort: 'urgency',
      limit: SHOWN,
    });
    return { owner, left: ownershipEntityRefs.length - owner.length, services };
  }, [api, identityApi]);

  const body = () => {
    if (mine.error) {
      return (
        <RequestFailure
          error={mine.error}
          what="your services"
          onRetry={mine.retry}
        />
      );
    }
    if (!mine.value) {
      return <Loading label="Loading your services" rows={3} rowHeight={80} />;
    }
    const { services, owner, left } = mine.value;
    if (!services || services.totalItems === 0) {
      return <NothingOwned />;
    }
    return (
      <>
        {left > 0 && (
          <Typography paragraph>
            You belong to more groups than can be looked at at once;{' '}
            {count(left, 'group is', 'groups are')} left out here.
          </Typography>
        )}
        <UrgentServices
          services={services.items}
          passing={services.counts.pass}
          total={services.totalItems}
          owner={owner}
        />
      </>
    );
  };

  return (
    <Section level={2} title={titleOf(mine.value?.services)}>
      {body()}
    </Section>
  );
}

function titleOf(
  mine: { counts: ServiceCounts; totalItems: number } | undefined,
): string {
  if (!mine?.totalItems) {
    return 'Your services';
  }
  const { fail, unknown } = mine.counts;
  if (fail > 0) {
    const needsFix = `${count(
      fail,
      'service of yours needs',
      'services of yours need',
    )} a fix`;
    return unknown > 0
      ? `${needsFix}, ${unknown} ${unknown === 1 ? 'is' : 'are'} unknown`
      : needsFix;
  }
  return unknown > 0
    ? `${count(
        unknown,
        'service of yours is',
        'services of yours are',
      )} unknown`
    : 'All your services pass';
}

function NothingOwned() {
  const servicesLink = useRouteRef(servicesRouteRef);
  return (
    <Notice
      icon={LayersClearIcon}
      tone="info"
      title="No service of yours is on the paved road yet"
      actions={<Link to={servicesLink()}>See the services of all teams</Link>}
    >
      <Typography>
        Services show up here when you or one of your groups is their owner in
        the catalog, and their catalog file says where their infrastructure
        documents lie, with the annotation <code>{ANNOTATION_DOCUMENTS}</code>.
        The tab Compliance of each service shows how.
      </Typography>
    </Notice>
  );
}
