import { account } from '../__testUtils__/products';
import { accountName } from './accountName';

describe('accountName', () => {
  it('says the environment once', () => {
    expect(accountName(account())).toBe('Payments, development');
    expect(accountName(account({ title: 'Payments Development' }))).toBe(
      'Payments Development',
    );
  });
});
