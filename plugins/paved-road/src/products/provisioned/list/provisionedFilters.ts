import {
  ProvisionedProductStatus,
  provisionedProductStatusSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ParamChanges } from '../../../shared/useUrlParams';

/** How many a page of the table shows. */
export const PROVISIONED_PER_PAGE = 25;

/** As long as the API takes it. */
export const LONGEST_TEXT = 200;

/** What the table shows, as its address says it. */
export interface ProvisionedFilters {
  status: ProvisionedProductStatus[];
  /** Ids of accounts. */
  account: string[];
  /** Entity refs. */
  entity: string[];
  text: string;
  ended: boolean;
  cursor?: string;
}

/** Reads an address; what is no filter there is left out. */
export function readProvisionedFilters(
  params: URLSearchParams,
): ProvisionedFilters {
  const statuses = params.getAll('status');
  return {
    status: provisionedProductStatusSchema.options.filter(one =>
      statuses.includes(one),
    ),
    account: params.getAll('account'),
    entity: params.getAll('entity'),
    text: (params.get('text') ?? '').slice(0, LONGEST_TEXT),
    ended: params.get('ended') === 'true',
    cursor: params.get('cursor') ?? undefined,
  };
}

/** The filters as the API takes them. */
export function provisionedQuery(filters: ProvisionedFilters) {
  return {
    status: filters.status,
    account: filters.account,
    entityRef: filters.entity,
    text: filters.text.trim() || undefined,
    ended: filters.ended || undefined,
    cursor: filters.cursor,
    limit: PROVISIONED_PER_PAGE,
  };
}

/** True where the table is narrowed; showing the ended ones widens it. */
export function hasProvisionedFilters(filters: ProvisionedFilters): boolean {
  return (
    filters.status.length > 0 ||
    filters.account.length > 0 ||
    filters.entity.length > 0 ||
    filters.text.trim() !== ''
  );
}

/** Takes every filter away. */
export const NO_PROVISIONED_FILTERS: ParamChanges = {
  status: undefined,
  account: undefined,
  entity: undefined,
  text: undefined,
  ended: undefined,
  cursor: undefined,
};
