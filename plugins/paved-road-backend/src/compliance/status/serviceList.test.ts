import {
  OverallVerdict,
  ServiceStatus,
  Severity,
} from '@paved-road/backstage-plugin-paved-road-common';
import { noVerdicts } from '../countVerdicts';
import { encodeCursor } from '../../paging/cursor';
import { listStatuses, ServiceQuery } from './serviceList';

function status(
  name: string,
  verdict: OverallVerdict,
  more: {
    blocking?: number;
    advising?: number;
    severity?: Severity;
    owner?: string;
    stale?: boolean;
    title?: string;
    checkedAt?: string;
  } = {},
): ServiceStatus {
  const { blocking = 0, advising = 0 } = more;
  return {
    entityRef: `component:default/${name}`,
    title: more.title,
    owner: more.owner,
    verdict,
    stale: more.stale ?? false,
    bundleCurrent: true,
    counts: { ...noVerdicts(), fail: blocking + advising, blocking, advising },
    worstSeverity: more.severity,
    checkedAt: more.checkedAt,
  };
}

const all = [
  status('zebra', 'pass', { owner: 'group:default/a' }),
  status('advice', 'fail', { advising: 9, severity: 'critical' }),
  status('many', 'fail', { blocking: 7, severity: 'low' }),
  status('worst', 'fail', { blocking: 1, severity: 'critical' }),
  status('worse', 'fail', { blocking: 2, severity: 'critical' }),
  status('old', 'unknown', { stale: true, title: 'Apple', checkedAt: '2026' }),
  status('new', 'unknown', { owner: 'group:default/B' }),
];

function query(change: Partial<ServiceQuery> = {}): ServiceQuery {
  return {
    limit: 20,
    sort: 'urgency',
    order: 'asc',
    ...change,
  };
}

function names(page: { items: ServiceStatus[] }): string[] {
  return page.items.map(({ entityRef }) => entityRef.split('/')[1]);
}

describe('listStatuses', () => {
  it('puts first what must be fixed, then what nobody knows, then advice', () => {
    expect(names(listStatuses(all, query()))).toEqual([
      'worse',
      'worst',
      'many',
      'old',
      'new',
      'advice',
      'zebra',
    ]);
  });

  it.each([
    [{ sort: 'name' }, ['advice', 'old', 'many']],
    [{ sort: 'name', order: 'desc' }, ['zebra', 'worst', 'worse']],
    [{ sort: 'failures', order: 'desc' }, ['advice', 'many', 'worse']],
    [{ sort: 'checkedAt', order: 'desc' }, ['old', 'zebra', 'worst']],
  ] as const)('sorts by %j', (change, expected) => {
    expect(names(listStatuses(all, query({ ...change, limit: 3 })))).toEqual(
      expected,
    );
  });

  it('filters, and counts over all filters but the verdict', () => {
    const page = listStatuses(all, query({ verdict: ['fail'], text: 'WO' }));
    expect(names(page)).toEqual(['worse', 'worst']);
    expect(page.totalItems).toBe(2);
    expect(page.counts).toEqual({ pass: 0, fail: 2, unknown: 0, stale: 0 });
    expect(listStatuses(all, query({ verdict: ['pass'] })).counts).toEqual({
      pass: 1,
      fail: 4,
      unknown: 2,
      stale: 1,
    });
    expect(
      names(listStatuses(all, query({ owner: ['group:default/b'] }))),
    ).toEqual(['new']);
    expect(names(listStatuses(all, query({ stale: true })))).toEqual(['old']);
    expect(names(listStatuses(all, query({ text: 'apple' })))).toEqual(['old']);
    expect(names(listStatuses(all, query({ text: 'default' })))).toEqual([]);
  });

  it.each(['urgency', 'name', 'checkedAt', 'failures'] as const)(
    'shows each service once over its pages, by %s, whichever has gone meanwhile',
    sort => {
      for (const order of ['asc', 'desc'] as const) {
        const whole = names(listStatuses(all, query({ sort, order })));
        const first = listStatuses(all, query({ sort, order, limit: 3 }));
        const last = first.items[2];
        const rest = listStatuses(
          all.filter(one => one !== last),
          query({ sort, order, cursor: first.nextCursor }),
        );
        expect([...names(first), ...names(rest)]).toEqual(whole);
        expect(rest.nextCursor).toBeUndefined();
      }
    },
  );

  it.each([
    'nonsense',
    Buffer.from('{}').toString('base64url'),
    Buffer.from('["services name asc",{"a":1},"x"]').toString('base64url'),
    encodeCursor('services urgency asc', ['a', 'b']),
    encodeCursor('services name asc', ['a']),
    encodeCursor('services name asc', [1, 'b']),
  ])('refuses a cursor that is not its own: %s', cursor => {
    expect(() => listStatuses(all, query({ sort: 'name', cursor }))).toThrow(
      'The cursor is not one of this list',
    );
  });
});
