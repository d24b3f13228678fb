import { provisionedProduct } from './__testUtils__/provisionedProduct';
import { isOffered } from './offeredProduct';

describe('isOffered', () => {
  it.each([
    ['AVAILABLE', true],
    ['UNDER_CHANGE', true],
    ['TAINTED', true],
    ['ERROR', true],
    ['PLAN_IN_PROGRESS', false],
    ['LAUNCHING', false],
    ['NOT_LAUNCHED', false],
    ['TERMINATED', false],
    ['UNKNOWN', true],
  ] as const)('says of one that is %s: %s', (status, offered) => {
    expect(isOffered(provisionedProduct({ status }))).toBe(offered);
  });

  it('refuses one that AWS neither told of nor is known to have', () => {
    expect(
      isOffered(provisionedProduct({ status: 'UNKNOWN', awsId: undefined })),
    ).toBe(false);
  });

  it('refuses what was launched outside, also where a tag names a service', () => {
    expect(isOffered(provisionedProduct({ origin: 'outside' }))).toBe(false);
  });

  it('refuses what belongs to nobody', () => {
    expect(isOffered(provisionedProduct({ entityRef: undefined }))).toBe(false);
  });
});
