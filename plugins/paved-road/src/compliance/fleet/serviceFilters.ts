import {
  OverallVerdict,
  overallVerdictSchema,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ParamChanges } from '../../shared/useUrlParams';

/** How many services a page of the table shows. */
export const SERVICES_PER_PAGE = 25;

/** As long as the API takes it. */
export const LONGEST_TEXT = 200;

export const serviceSorts = [
  'urgency',
  'name',
  'checkedAt',
  'failures',
] as const;

export type ServiceSort = (typeof serviceSorts)[number];

export type SortOrder = 'asc' | 'desc';

/** What the table of services shows, as its address says it. */
export interface ServiceFilters {
  verdict: OverallVerdict[];
  owner: string[];
  stale: boolean;
  text: string;
  sort: ServiceSort;
  order: SortOrder;
  cursor?: string;
}

/** Reads an address; what is no filter there is left out. */
export function readServiceFilters(params: URLSearchParams): ServiceFilters {
  const verdicts = params.getAll('verdict');
  const sort = params.get('sort');
  return {
    verdict: overallVerdictSchema.options.filter(one => verdicts.includes(one)),
    owner: params.getAll('owner'),
    stale: params.get('stale') === 'true',
    text: (params.get('text') ?? '').slice(0, LONGEST_TEXT),
    sort: serviceSorts.find(one => one === sort) ?? 'urgency',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    cursor: params.get('cursor') ?? undefined,
  };
}

/** The filters as the API takes them. */
export function serviceQuery(filters: ServiceFilters) {
  return {
    verdict: filters.verdict,
    owner: filters.owner,
    stale: filters.stale || undefined,
    text: filters.text.trim() || undefined,
    sort: filters.sort,
    order: filters.order,
    cursor: filters.cursor,
    limit: SERVICES_PER_PAGE,
  };
}

/** True where the table is narrowed in any way. */
export function hasServiceFilters(filters: ServiceFilters): boolean {
  return (
    filters.verdict.length > 0 ||
    filters.owner.length > 0 ||
    filters.stale ||
    filters.text.trim() !== ''
  );
}

/** Takes every filter away. */
export const NO_SERVICE_FILTERS: ParamChanges = {
  verdict: undefined,
  owner: undefined,
  stale: undefined,
  text: undefined,
  cursor: undefined,
};
