import {
  listServices,
  OperationQuery,
  OperationResponse,
  ServiceCounts,
  ServiceStatus,
  severities,
} from '@paved-road/backstage-plugin-paved-road-common';
import { SortKey } from '../../paging/cursor';
import { pageOf } from '../../paging/pageOf';

export type ServiceQuery = OperationQuery<typeof listServices>;
export type ServicePage = OperationResponse<typeof listServices>;

function countStatuses(statuses: ServiceStatus[]): ServiceCounts {
  const counts: ServiceCounts = { pass: 0, fail: 0, unknown: 0, stale: 0 };
  for (const { verdict, stale } of statuses) {
    counts[verdict] += 1;
    counts.stale += stale ? 1 : 0;
  }
  return counts;
}

function hasOwner({ owner }: ServiceStatus, wanted: string[] | undefined) {
  return (
    !wanted ||
    (owner !== undefined &&
      wanted.some(one => one.toLowerCase() === owner.toLowerCase()))
  );
}

function hasText({ entityRef, title }: ServiceStatus, text: string = '') {
  const wanted = text.trim().toLowerCase();
  const name = entityRef.slice(entityRef.lastIndexOf('/') + 1);
  return `${name}\n${title ?? ''}`.toLowerCase().includes(wanted);
}

function nameKey({ entityRef, title }: ServiceStatus): [string, string] {
  const name = title ?? entityRef.slice(entityRef.lastIndexOf('/') + 1);
  return [name.toLowerCase(), entityRef];
}

/** What blocks comes before what nobody knows, and that before advice. */
function urgencyOf({ verdict, counts }: ServiceStatus): number {
  if (verdict === 'fail') {
    return counts.blocking > 0 ? 0 : 2;
  }
  return verdict === 'unknown' ? 1 : 3;
}

function severityRank({ worstSeverity }: ServiceStatus): number {
  return worstSeverity ? severities.indexOf(worstSeverity) : severities.length;
}

const SORTS: Record<
  ServiceQuery['sort'],
  {
    shape: readonly ('string' | 'number')[];
    keyOf: (status: ServiceStatus) => SortKey;
  }
> = {
  urgency: {
    shape: ['number', 'number', 'number', 'number', 'string', 'string'],
    keyOf: status => [
      urgencyOf(status),
      severityRank(status),
      -status.counts.blocking,
      -status.counts.advising,
      ...nameKey(status),
    ],
  },
  name: { shape: ['string', 'string'], keyOf: nameKey },
  checkedAt: {
    shape: ['string', 'string', 'string'],
    keyOf: status => [status.checkedAt ?? '', ...nameKey(status)],
  },
  failures: {
    shape: ['number', 'number', 'string', 'string'],
    keyOf: status => [
      status.counts.fail,
      status.counts.blocking,
      ...nameKey(status),
    ],
  },
};

/** The services that a query asks for, and how many have which verdict. */
export function listStatuses(
  statuses: ServiceStatus[],
  query: ServiceQuery,
): ServicePage {
  const { sort, order, limit, cursor } = query;
  const among = statuses.filter(
    status =>
      hasOwner(status, query.owner) &&
      hasText(status, query.text) &&
      (query.stale === undefined || status.stale === query.stale),
  );
  const { shape, keyOf } = SORTS[sort];
  const page = pageOf(
    among.filter(
      ({ verdict }) => !query.verdict || query.verdict.includes(verdict),
    ),
    { list: `services ${sort} ${order}`, keyOf, shape, order, limit, cursor },
  );
  return { ...page, counts: countStatuses(among) };
}
