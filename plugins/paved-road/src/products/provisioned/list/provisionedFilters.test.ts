import { listProvisionedProducts } from '@paved-road/backstage-plugin-paved-road-common';
import {
  hasProvisionedFilters,
  NO_PROVISIONED_FILTERS,
  provisionedQuery,
  readProvisionedFilters,
} from './provisionedFilters';

const read = (search: string) =>
  readProvisionedFilters(new URLSearchParams(search));

describe('the filters of what was launched', () => {
  it('are read from an address, without what is no filter', () => {
    expect(
      read('status=ERROR&status=FINE&account=dev&text=re&ended=true&cursor=x'),
    ).toEqual({
      status: ['ERROR'],
      account: ['dev'],
      entity: [],
      text: 're',
      ended: true,
      cursor: 'x',
    });
  });

  it('make a query that the API takes, however long the words are', () => {
    const query = provisionedQuery(read(`text=${'x'.repeat(1000)}`));
    expect(listProvisionedProducts.query.safeParse(query).success).toBe(true);
  });

  it('leave empty words and an unset switch out of the query', () => {
    const query = provisionedQuery(read('text=%20&ended=no'));
    expect(query.text).toBeUndefined();
    expect(query.ended).toBeUndefined();
  });

  it.each(['status=ERROR', 'account=dev', 'entity=component:a/b', 'text=x'])(
    'narrow with %s',
    search => {
      expect(hasProvisionedFilters(read(search))).toBe(true);
      expect(Object.keys(NO_PROVISIONED_FILTERS)).toContain(
        search.split('=')[0],
      );
    },
  );

  it('do not narrow where the ended ones are shown too', () => {
    expect(hasProvisionedFilters(read('ended=true'))).toBe(false);
  });
});
