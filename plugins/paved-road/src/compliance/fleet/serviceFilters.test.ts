import {
  hasServiceFilters,
  readServiceFilters,
  serviceQuery,
} from './serviceFilters';

describe('readServiceFilters', () => {
  it('reads what the page writes', () => {
    const filters = readServiceFilters(
      new URLSearchParams(
        'verdict=fail&verdict=unknown&owner=group:default/a&stale=true&text=pay&sort=name&order=desc&cursor=c',
      ),
    );
    expect(serviceQuery(filters)).toEqual({
      verdict: ['fail', 'unknown'],
      owner: ['group:default/a'],
      stale: true,
      text: 'pay',
      sort: 'name',
      order: 'desc',
      cursor: 'c',
      limit: 25,
    });
    expect(hasServiceFilters(filters)).toBe(true);
  });

  it.each(['verdict=skip', 'sort=size', 'order=up', 'stale=1', 'text=+'])(
    'ignores %s',
    search => {
      const filters = readServiceFilters(new URLSearchParams(search));
      expect(serviceQuery(filters)).toEqual(
        serviceQuery(readServiceFilters(new URLSearchParams())),
      );
      expect(hasServiceFilters(filters)).toBe(false);
    },
  );
});
