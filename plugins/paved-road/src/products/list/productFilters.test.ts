import {
  hasProductFilters,
  productQuery,
  readProductFilters,
} from './productFilters';

describe('readProductFilters', () => {
  it('reads what the page writes', () => {
    const filters = readProductFilters(
      new URLSearchParams(
        'text=a+bucket&owner=A&owner=B&type=MARKETPLACE&account=payments-dev',
      ),
    );
    expect(filters).toEqual({
      text: 'a bucket',
      owner: ['A', 'B'],
      type: ['MARKETPLACE'],
      account: ['payments-dev'],
    });
    expect(hasProductFilters(filters)).toBe(true);
  });

  it('leaves out what the API would refuse', () => {
    const params = new URLSearchParams({
      text: 'x'.repeat(5000),
      owner: 'y'.repeat(5000),
    });
    params.append('owner', '');
    for (let index = 0; index < 300; index++) {
      params.append('account', `account-${index % 150}`);
    }
    const { text, owner, account } = productQuery(readProductFilters(params));
    expect(text).toHaveLength(200);
    expect(owner).toEqual([]);
    expect(account).toHaveLength(100);
    expect(new Set(account).size).toBe(100);
  });

  it('does not take spaces for a filter', () => {
    const filters = readProductFilters(new URLSearchParams({ text: '   ' }));
    expect(hasProductFilters(filters)).toBe(false);
    expect(productQuery(filters).text).toBeUndefined();
  });
});
