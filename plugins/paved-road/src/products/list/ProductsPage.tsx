import Typography from '@material-ui/core/Typography';
import CategoryIcon from '@material-ui/icons/Category';
import FilterListIcon from '@material-ui/icons/FilterList';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { useApi } from '@backstage/core-plugin-api';
import {
  listProducts,
  OperationResponse,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pavedRoadApiRef } from '../../api';
import { FilteredLayout } from '../../shared/FilteredLayout';
import { GrowingList } from '../../shared/GrowingList';
import { Loading } from '../../shared/Loading';
import { Notice } from '../../shared/Notice';
import { RequestFailure } from '../../shared/RequestFailure';
import { Section } from '../../shared/Section';
import { useUrlParams } from '../../shared/useUrlParams';
import { count } from '../../shared/words';
import { AccountAnswers } from './AccountAnswers';
import { AccountProblems } from './AccountProblems';
import { ProductFilterPanel } from './ProductFilterPanel';
import { productQuery, readProductFilters } from './productFilters';
import { ProductsTable } from './ProductsTable';

const SHOWN_AT_FIRST = 50;

type ProductList = OperationResponse<typeof listProducts>;

/** What can be launched, in all accounts, to browse and to filter. */
export function ProductsPage() {
  const api = useApi(pavedRoadApiRef);
  const { params, change } = useUrlParams();
  const filters = readProductFilters(params);
  const query = productQuery(filters);
  const queryKey = JSON.stringify(query);
  const list = useAsyncRetry(() => api.listProducts(query), [api, queryKey]);

  const body = () => {
    if (list.error) {
      return (
        <RequestFailure
          error={list.error}
          what="the products"
          onRetry={list.retry}
        />
      );
    }
    if (!list.value) {
      return <Loading label="Loading the products" rows={8} rowHeight={64} />;
    }
    const { items, accounts } = list.value;
    if (accounts.length === 0) {
      return <NoAccount />;
    }
    const asked = accounts.filter(
      ({ id }) => filters.account.length === 0 || filters.account.includes(id),
    );
    return (
      <div aria-busy={list.loading}>
        <AccountProblems accounts={asked} onRetry={list.retry} />
        {items.length === 0 ? (
          <NoProduct list={list.value} />
        ) : (
          <GrowingList
            key={queryKey}
            items={items}
            first={SHOWN_AT_FIRST}
            noun={['more product']}
          >
            {shown => <ProductsTable products={shown} accounts={accounts} />}
          </GrowingList>
        )}
        <AccountAnswers accounts={accounts} />
      </div>
    );
  };

  return (
    <Section
      level={2}
      title={<span aria-live="polite">{productsTitle(list.value)}</span>}
    >
      <FilteredLayout
        filters={
          <ProductFilterPanel
            filters={filters}
            owners={list.value?.facets.owners ?? []}
            types={list.value?.facets.types ?? []}
            accounts={list.value?.accounts ?? []}
            onChange={change}
          />
        }
      >
        {body()}
      </FilteredLayout>
    </Section>
  );
}

function NoAccount() {
  return (
    <Notice
      icon={CategoryIcon}
      tone="quiet"
      title="No account is set up for products"
    >
      <Typography>
        Whoever runs the portal names the accounts of AWS Service Catalog in its
        configuration, under <code>pavedRoad.products.accounts</code>.
      </Typography>
    </Notice>
  );
}

/** Says why nothing is listed; silent accounts have said so themselves. */
function NoProduct(props: { list: ProductList }) {
  const { totalItems, accounts } = props.list;
  if (totalItems > 0) {
    return (
      <Notice icon={FilterListIcon} tone="quiet" title="No product matches">
        <Typography>Take a filter away, or look for fewer words.</Typography>
      </Notice>
    );
  }
  if (accounts.every(({ problem }) => problem)) {
    return null;
  }
  return (
    <Notice icon={CategoryIcon} tone="quiet" title="There is no product yet">
      <Typography>
        No portfolio gives a product to the portal&apos;s role in the accounts
        that answer. Those who look after AWS Service Catalog there can give it
        access to one.
      </Typography>
    </Notice>
  );
}

function productsTitle(list: ProductList | undefined): string {
  if (!list) {
    return 'Products';
  }
  const { items, totalItems } = list;
  return items.length === totalItems
    ? count(totalItems, 'product')
    : `${items.length.toLocaleString('en')} of ${count(totalItems, 'product')}`;
}
