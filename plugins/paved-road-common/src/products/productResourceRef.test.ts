import {
  parseProductResourceRef,
  stringifyProductResourceRef,
} from './productResourceRef';

describe('the resource ref of a product', () => {
  it.each(['prod-1', 'prod/1', 'a b'])('names %p as it is', product => {
    const path = { account: 'payments-production', product };
    expect(parseProductResourceRef(stringifyProductResourceRef(path))).toEqual(
      path,
    );
  });

  it.each(['', '/', 'prod-1', '/prod-1', 'payments-production/'])(
    'takes %p for none',
    ref => {
      expect(parseProductResourceRef(ref)).toBeUndefined();
    },
  );
});
