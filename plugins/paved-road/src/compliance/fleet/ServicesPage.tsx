import Typography from '@material-ui/core/Typography';
import FilterListIcon from '@material-ui/icons/FilterList';
import LayersClearIcon from '@material-ui/icons/LayersClear';
import useAsync from 'react-use/esm/useAsync';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { Loading } from '../../shared/Loading';
import { Notice } from '../../shared/Notice';
import { PageBody } from '../../shared/PageBody';
import { PageSteps } from '../../shared/PageSteps';
import { RequestFailure } from '../../shared/RequestFailure';
import { Section } from '../../shared/Section';
import { useCursorSteps } from '../../shared/useCursorSteps';
import { useUrlParams } from '../../shared/useUrlParams';
import { count } from '../../shared/words';
import { CountLinks } from './CountLinks';
import { ServiceFilterPanel } from './ServiceFilterPanel';
import {
  hasServiceFilters,
  readServiceFilters,
  serviceQuery,
} from './serviceFilters';
import { ServicesTable } from './ServicesTable';
import { useFreshList } from './useFreshList';

/** The status of all services that the reader may see. */
export function ServicesPage() {
  const api = useApi(pavedRoadApiRef);
  const { params, change } = useUrlParams();
  const filters = readServiceFilters(params);
  const query = serviceQuery(filters);
  const list = useAsyncRetry(
    () => api.listServices(query),
    [api, JSON.stringify(query)],
  );
  const { owner, text, stale } = query;
  const countsOfAll = useAsync(
    async () =>
      stale
        ? (await api.listServices({ owner, text, limit: 1 })).counts
        : undefined,
    [api, JSON.stringify({ owner, text, stale })],
  );
  useFreshList(list.value?.items, list.retry);
  const steps = useCursorSteps(filters.cursor, list.value?.nextCursor);
  const counts = stale ? countsOfAll.value : list.value?.counts;
  const total = list.value?.totalItems;

  const body = () => {
    if (list.error) {
      return (
        <RequestFailure
          error={list.error}
          what="the services"
          onRetry={list.retry}
        />
      );
    }
    if (!list.value) {
      return <Loading label="Loading the services" rows={8} />;
    }
    if (list.value.items.length > 0) {
      return (
        <div aria-busy={list.loading}>
          <ServicesTable
            services={list.value.items}
            sort={filters.sort}
            order={filters.order}
            onSort={(sort, order) => change({ sort, order, cursor: undefined })}
          />
          {(steps.onNext || steps.onFirst) && (
            <PageSteps label={count(total ?? 0, 'service')} {...steps} />
          )}
        </div>
      );
    }
    return hasServiceFilters(filters) || filters.cursor ? (
      <Notice icon={FilterListIcon} tone="quiet" title="No service matches">
        <Typography>
          Take a filter away, or look for another part of the name.
        </Typography>
      </Notice>
    ) : (
      <Notice
        icon={LayersClearIcon}
        tone="info"
        title="No service is on the paved road yet"
      >
        <Typography>
          A service gets on it with the annotation{' '}
          <code>{ANNOTATION_DOCUMENTS}</code> in its catalog file. The tab
          Compliance of each service shows how.
        </Typography>
      </Notice>
    );
  };

  return (
    <PageBody>
      <Section
        level={2}
        title={
          <span aria-live="polite">
            {total === undefined ? 'Services' : count(total, 'service')}
          </span>
        }
      >
        {counts && <CountLinks counts={counts} filters={filters} />}
        <ServiceFilterPanel filters={filters} onChange={change} />
        {body()}
      </Section>
    </PageBody>
  );
}
