import { enforcementWords } from './enforcementWords';

describe('enforcementWords', () => {
  it.each([
    [{ development: 'advise', production: 'advise' }, 'Advises everywhere'],
    [{ development: 'block', production: 'block' }, 'Blocks everywhere'],
    [
      { development: 'advise', staging: 'block', production: 'block' },
      'Blocks staging, production',
    ],
    [{}, 'Advises everywhere'],
  ] as const)('says %p as %s', (enforcement, words) => {
    expect(enforcementWords(enforcement)).toBe(words);
  });
});
