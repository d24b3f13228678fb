import { adopted, LAMBDA_API } from '../../__testUtils__/goldenPaths';
import {
  countStates,
  filterServices,
  hasAdoptionFilters,
  readAdoptionFilters,
} from './adoptionFilters';

const services = [
  adopted('a', 'off-road', { owner: undefined }),
  adopted('b', 'drifting', { goldenPath: LAMBDA_API, version: '1.0.0' }),
  adopted('c', 'on-road', { goldenPath: LAMBDA_API, version: '1.1.0' }),
  adopted('d', 'unknown'),
];

function left(query: string): string[] {
  const filters = readAdoptionFilters(new URLSearchParams(query));
  return filterServices(services, filters).map(({ entityRef }) =>
    entityRef.slice(-1),
  );
}

describe('the filters of the adoption', () => {
  it.each([
    ['', ['a', 'b', 'c', 'd']],
    ['state=off-road&state=unknown', ['a', 'd']],
    ['team=none', ['a']],
    ['path=none', ['a', 'd']],
    [`path=${LAMBDA_API}`, ['b', 'c']],
    [`path=${LAMBDA_API}&version=1.0.0`, ['b']],
    ['team=group:default/payments&state=drifting', ['b']],
    ['state=on-road&path=none', []],
    ['path=template:default/unheard-of', []],
  ])('leave of %s: %s', (query, expected) => {
    expect(left(query)).toEqual(expected);
  });

  it('take no state for a filter that is none', () => {
    const filters = readAdoptionFilters(
      new URLSearchParams('state=constructor&state=&other=x'),
    );
    expect(hasAdoptionFilters(filters)).toBe(false);
  });

  it('count each state once', () => {
    expect(countStates(services)).toEqual({
      'off-road': 1,
      drifting: 1,
      unknown: 1,
      'on-road': 1,
    });
  });
});
