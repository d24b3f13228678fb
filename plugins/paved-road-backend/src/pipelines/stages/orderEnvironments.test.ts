import { orderEnvironments } from './orderEnvironments';

describe('orderEnvironments', () => {
  const order = (asked: string, withResults: string[]) =>
    orderEnvironments({
      byDefault: 'production',
      asked,
      configured: ['development', 'staging', 'production'],
      withResults,
    });

  it.each([
    ['production', [], ['production']],
    ['staging', [], ['production', 'staging']],
    [
      'production',
      ['old', 'staging', 'development', 'ancient'],
      ['production', 'development', 'staging', 'ancient', 'old'],
    ],
    ['production', ['production'], ['production']],
  ])('of %s with results in %j', (asked, withResults, expected) => {
    expect(order(asked, withResults)).toEqual(expected);
  });
});
