import { pathWithParams, withChanges } from './useUrlParams';

describe('withChanges', () => {
  it('sets, replaces and takes away, and leaves the rest alone', () => {
    const params = new URLSearchParams('a=1&b=2&b=3&other=x');
    expect(
      withChanges(params, { a: undefined, b: ['4', ''], c: '5' }).toString(),
    ).toBe('other=x&b=4&c=5');
    expect(params.toString()).toBe('a=1&b=2&b=3&other=x');
  });
});

describe('pathWithParams', () => {
  it('encodes what needs it', () => {
    expect(
      pathWithParams('/rules', {
        framework: ['NIST 800-53 Rev 5', 'A&B'],
        text: undefined,
      }),
    ).toBe('/rules?framework=NIST+800-53+Rev+5&framework=A%26B');
    expect(pathWithParams('/rules', {})).toBe('/rules');
  });
});
