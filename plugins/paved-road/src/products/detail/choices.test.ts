import { product } from '../../__testUtils__/products';
import { chosenPath, chosenVersion } from './choices';

const two = [{ id: 'lp-1', name: 'A' }, { id: 'lp-2' }];

describe('chosenVersion', () => {
  it.each([
    [null, 'pa-2'],
    ['pa-1', 'pa-1'],
    ['pa-gone', 'pa-2'],
  ])('for an address that names %p is %s', (asked, expected) => {
    expect(chosenVersion(product(), asked)?.id).toBe(expected);
  });

  it('is none where there is none', () => {
    expect(chosenVersion(product({ versions: [] }), 'pa-1')).toBeUndefined();
  });
});

describe('chosenPath', () => {
  it('is the only one, whatever the address names', () => {
    expect(chosenPath(product(), null)?.id).toBe('lpv3-storage');
    expect(chosenPath(product(), 'lp-gone')?.id).toBe('lpv3-storage');
  });

  it('is guessed of several never', () => {
    const several = product({ launchPaths: two });
    expect(chosenPath(several, null)).toBeUndefined();
    expect(chosenPath(several, 'lp-gone')).toBeUndefined();
    expect(chosenPath(several, 'lp-2')?.id).toBe('lp-2');
  });
});
