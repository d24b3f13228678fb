import { useCallback } from 'react';
import Typography from '@material-ui/core/Typography';
import FilterListIcon from '@material-ui/icons/FilterList';
import LayersClearIcon from '@material-ui/icons/LayersClear';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { pavedRoadApiRef } from '../../../api';
import { productsRouteRef } from '../../../routes';
import { FilteredLayout } from '../../../shared/FilteredLayout';
import { Loading } from '../../../shared/Loading';
import { Notice } from '../../../shared/Notice';
import { PageSteps } from '../../../shared/PageSteps';
import { RequestFailure } from '../../../shared/RequestFailure';
import { Section } from '../../../shared/Section';
import { useCursorSteps } from '../../../shared/useCursorSteps';
import { useUrlParams } from '../../../shared/useUrlParams';
import { count } from '../../../shared/words';
import { LostNote } from '../LostNote';
import { useAsk } from '../useAsk';
import { useFresh } from '../useFresh';
import { ProvisionedFilterPanel } from './ProvisionedFilterPanel';
import {
  hasProvisionedFilters,
  provisionedQuery,
  readProvisionedFilters,
} from './provisionedFilters';
import { ProvisionedProductsTable } from './ProvisionedProductsTable';

/** What was launched for the entities that the reader may see. */
export function ProvisionedProductsPage() {
  const api = useApi(pavedRoadApiRef);
  const { params, change } = useUrlParams();
  const filters = readProvisionedFilters(params);
  const queryKey = JSON.stringify(provisionedQuery(filters));
  const list = useAsk(
    useCallback(
      () => api.listProvisionedProducts(JSON.parse(queryKey)),
      [api, queryKey],
    ),
  );
  const items = list.value?.items ?? [];
  useFresh({
    isShown: ({ provisionedProductId }) =>
      items.some(({ id }) => id === provisionedProductId),
    hasOpenChange: items.some(({ openChange }) => openChange),
    loading: list.loading,
    reload: list.reload,
  });
  const steps = useCursorSteps(filters.cursor, list.value?.nextCursor);
  const total = list.value?.totalItems;

  const body = () => {
    if (list.error) {
      return (
        <RequestFailure
          error={list.error}
          what="what was launched"
          onRetry={list.reload}
        />
      );
    }
    if (!list.value) {
      return <Loading label="Loading what was launched" rows={8} />;
    }
    if (items.length === 0) {
      return hasProvisionedFilters(filters) || filters.cursor ? (
        <NoMatch />
      ) : (
        <NothingLaunched />
      );
    }
    return (
      <div aria-busy={list.loading}>
        <LostNote lost={list.lost} />
        <ProvisionedProductsTable products={items} />
        {(steps.onNext || steps.onFirst) && (
          <PageSteps
            label={count(total ?? 0, 'provisioned product')}
            {...steps}
          />
        )}
      </div>
    );
  };

  return (
    <Section
      level={2}
      title={
        <span aria-live="polite">
          {total === undefined
            ? 'Provisioned products'
            : count(total, 'provisioned product')}
        </span>
      }
    >
      <FilteredLayout
        filters={
          <ProvisionedFilterPanel
            filters={filters}
            accounts={list.value?.accounts ?? []}
            entities={items.flatMap(({ entityRef }) => entityRef ?? [])}
            onChange={change}
          />
        }
      >
        {body()}
      </FilteredLayout>
    </Section>
  );
}

function NoMatch() {
  return (
    <Notice icon={FilterListIcon} tone="quiet" title="Nothing matches">
      <Typography>
        Take a filter away, look for another part of the name, or show the ended
        ones too.
      </Typography>
    </Notice>
  );
}

function NothingLaunched() {
  const productsLink = useRouteRef(productsRouteRef);
  return (
    <Notice
      icon={LayersClearIcon}
      tone="info"
      title="Nothing was launched yet"
      actions={<Link to={productsLink()}>See what can be launched</Link>}
    >
      <Typography>
        What is launched from a product shows up here, and in the tab Resources
        of the service that it is for.
      </Typography>
    </Notice>
  );
}
