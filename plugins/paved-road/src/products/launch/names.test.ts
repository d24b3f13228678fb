import { nameProblem, suggestedName } from './names';

describe('suggestedName', () => {
  it.each([
    ['payments-api', 'Encrypted bucket', 'payments-api-encrypted-bucket'],
    ['api', 'Größe (klein)', 'api-gr-e-klein'],
    ['_x', '!!', 'x'],
  ])('of %s and %s is %s', (component, product, name) => {
    expect(suggestedName(component, product)).toBe(name);
    expect(nameProblem(name)).toBeUndefined();
  });

  it('is never too long', () => {
    expect(nameProblem(suggestedName('a'.repeat(63), 'b '.repeat(99)))).toBe(
      undefined,
    );
  });
});

describe('nameProblem', () => {
  it.each([
    ['', 'Give a name'],
    ['a b', /^Use letters, digits/],
    ['-a', /^Use letters, digits/],
    ['a'.repeat(129), 'Is longer than 128 characters'],
  ])('says of %p what is wrong', (name, problem) => {
    expect(nameProblem(name)).toMatch(problem);
  });
});
