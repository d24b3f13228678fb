import {
  listProvisionedProducts,
  OperationQuery,
  ProductAccount,
  ProvisionedProductStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import { pageOf } from '../../../paging/pageOf';
import { KeptProvisionedProduct } from '../changes';
import { provisionedView } from './views';

export type ProvisionedQuery = OperationQuery<typeof listProvisionedProducts>;

/** What needs somebody comes first. */
const URGENCY: Record<ProvisionedProductStatus, number> = {
  ERROR: 0,
  TAINTED: 1,
  UNKNOWN: 2,
  LAUNCHING: 3,
  UNDER_CHANGE: 4,
  PLAN_IN_PROGRESS: 5,
  AVAILABLE: 6,
  NOT_LAUNCHED: 7,
  TERMINATED: 8,
};

/**
 * One page of what is provisioned, failures first.
 *
 * @throws InputError for a cursor of another list.
 */
export function pageOfProvisioned(
  all: KeptProvisionedProduct[],
  query: ProvisionedQuery,
  accounts: ProductAccount[],
) {
  const text = query.text?.toLowerCase();
  const isMeant = (provisioned: KeptProvisionedProduct) =>
    (query.entityRef?.includes(provisioned.entityRef ?? '') ?? true) &&
    (query.account?.includes(provisioned.account) ?? true) &&
    (query.status?.includes(provisioned.status) ?? true) &&
    (!text || provisioned.name.toLowerCase().includes(text));
  const { items, ...page } = pageOf(all.filter(isMeant), {
    list: 'provisioned-products',
    keyOf: ({ id, name, status }) => [URGENCY[status], name, id],
    shape: ['number', 'string', 'string'],
    order: 'asc',
    limit: query.limit,
    cursor: query.cursor,
  });
  return {
    ...page,
    items: items.map(item => provisionedView(item, accounts)),
    accounts,
  };
}
