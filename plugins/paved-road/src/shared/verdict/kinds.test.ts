import { verdicts } from '@paved-road/backstage-plugin-paved-road-common';
import { resultKind, verdictTones, verdictWords } from './kinds';

describe('resultKind', () => {
  it('splits a failure by what it does', () => {
    expect(resultKind({ verdict: 'fail', enforcement: 'block' })).toBe(
      'blocks',
    );
    expect(resultKind({ verdict: 'fail', enforcement: 'advise' })).toBe(
      'advises',
    );
  });

  it('never shows anything but a pass with the word or the tone of one', () => {
    for (const verdict of verdicts.filter(v => v !== 'pass')) {
      for (const enforcement of ['block', 'advise'] as const) {
        const kind = resultKind({ verdict, enforcement });
        expect(verdictWords[kind]).not.toBe('Passes');
        expect(verdictTones[kind]).not.toBe('good');
      }
    }
  });
});
