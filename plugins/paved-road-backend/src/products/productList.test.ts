import { ProductSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { compareProducts, matchesProductFilter, valuesOf } from './productList';

const product = (fields: Partial<ProductSummary> = {}): ProductSummary => ({
  account: 'payments',
  id: 'prod-1',
  name: 'Encrypted bucket',
  owner: 'Platform',
  description: 'Keeps files',
  type: 'CLOUD_FORMATION_TEMPLATE',
  support: {},
  ...fields,
});

describe('matchesProductFilter', () => {
  it.each([
    [{}, true],
    [{ text: 'FILES bucket' }, true],
    [{ text: 'platform' }, true],
    [{ text: 'queue bucket' }, false],
    [{ account: ['payments', 'lending'] }, true],
    [{ account: ['lending'] }, false],
    [{ owner: ['Platform'] }, true],
    [{ owner: ['platform'] }, false],
    [{ type: ['CLOUD_FORMATION_TEMPLATE'] }, true],
    [{ type: ['MARKETPLACE'] }, false],
  ])('answers %j with %s', (filter, matches) => {
    expect(matchesProductFilter(product(), filter)).toBe(matches);
  });

  it('finds nothing of an owner where none is named', () => {
    const nobodys = product({ owner: undefined });
    expect(matchesProductFilter(nobodys, { owner: ['Platform'] })).toBe(false);
  });
});

it('orders products by name, then by account', () => {
  const names = [
    product({ name: 'queue' }),
    product({ name: 'Bucket', account: 'z' }),
    product({ name: 'Bucket', account: 'a' }),
  ]
    .sort(compareProducts)
    .map(({ name, account }) => `${name} ${account}`);
  expect(names).toEqual(['Bucket a', 'Bucket z', 'queue payments']);
});

it('names each owner once', () => {
  const owners = ['b', undefined, 'a', 'b'];
  expect(
    valuesOf(
      owners.map(owner => product({ owner })),
      'owner',
    ),
  ).toEqual(['a', 'b']);
});
