import { InputError } from '@backstage/errors';
import { provisionedProductStatuses } from '@paved-road/backstage-plugin-paved-road-common';
import { encodeCursor } from '../../../paging/cursor';
import { aProvisionedProduct } from '../__testUtils__/changes';
import { pageOfProvisioned, ProvisionedQuery } from './provisionedList';

const accounts = [
  {
    id: 'payments-dev',
    title: 'Payments, development',
    accountId: '111122223333',
    region: 'eu-central-1',
    environment: 'development',
  },
];

const all = [
  aProvisionedProduct({ id: '1', name: 'Orders' }),
  aProvisionedProduct({ id: '2', name: 'ledger', status: 'ERROR' }),
  aProvisionedProduct({
    id: '3',
    name: 'bucket',
    account: 'gone',
    entityRef: undefined,
  }),
  aProvisionedProduct({
    id: '4',
    name: 'alerts',
    status: 'TAINTED',
    entityRef: 'component:default/ledger',
  }),
];

const page = (query: Partial<ProvisionedQuery>, products = all) =>
  pageOfProvisioned(products, { limit: 20, ...query }, accounts);

const idsOf = (query: Partial<ProvisionedQuery>) =>
  page(query).items.map(({ id }) => id);

describe('pageOfProvisioned', () => {
  it.each<[string, Partial<ProvisionedQuery>, string[]]>([
    ['all, failures first', {}, ['2', '4', '1', '3']],
    ['those with a part of the name', { text: 'ORD' }, ['1']],
    ['those in an account', { account: ['gone', 'other'] }, ['3']],
    ['those with a status', { status: ['TAINTED', 'ERROR'] }, ['2', '4']],
    ['those of an entity', { entityRef: ['component:default/ledger'] }, ['4']],
    [
      'what all filters let through',
      { entityRef: ['component:default/payments'], status: ['ERROR'] },
      ['2'],
    ],
    ['nothing for what is no regular expression', { text: '.*' }, []],
    ['nothing for an unknown account', { account: ['__proto__'] }, []],
  ])('has %s', (_, query, ids) => {
    expect(idsOf(query)).toEqual(ids);
  });

  it('has a place for every status', () => {
    const products = provisionedProductStatuses.map(status =>
      aProvisionedProduct({ id: status, status }),
    );
    const ids = page({}, products).items.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['ERROR', 'TAINTED']);
    expect(ids.slice(-3)).toEqual(['AVAILABLE', 'NOT_LAUNCHED', 'TERMINATED']);
  });

  it('shows nothing but what the contract has', () => {
    const [item] = page({}, [
      aProvisionedProduct({ endedAt: '2026-11-24T09:00:00.000Z' }),
    ]).items;
    expect(item).not.toHaveProperty('endedAt');
  });

  it('goes through many page by page, each once', () => {
    const many = Array.from({ length: 5_000 }, (_, n) =>
      aProvisionedProduct({ id: `${n}`, name: `orders-${n % 7}` }),
    );
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, nextCursor, totalItems } = page(
        { limit: 100, cursor },
        many,
      );
      expect(totalItems).toBe(5_000);
      seen.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    } while (cursor && seen.length <= many.length);
    expect(seen).toHaveLength(5_000);
    expect(new Set(seen).size).toBe(5_000);
  });

  it.each([
    ['another list', encodeCursor('products', [0, 'a', 'b'])],
    ['another shape', encodeCursor('provisioned-products', ['0', 'a', 'b'])],
    ['nothing', 'x'],
  ])('refuses a cursor of %s', (_, cursor) => {
    expect(() => page({ cursor })).toThrow(InputError);
  });
});
