import { Preflight } from '@paved-road/backstage-plugin-paved-road-common';
import { preflight } from './__testUtils__/outlook';
import { preflightKind, preflightSentence } from './preflightWords';

describe('what the rules say', () => {
  it.each<[Partial<Preflight>, string, string]>([
    [{}, 'pass', '2 rules that apply pass'],
    [{ passed: 1 }, 'pass', '1 rule that applies passes'],
    [{ passed: 0 }, 'pass', 'No rule applies to it'],
    [
      { verdict: 'fail', stops: true, blocking: 2, advising: 1, unknown: 1 },
      'blocks',
      '2 rules stop it, 1 rule advises a change, of 1 rule nothing is known',
    ],
    [
      { verdict: 'fail', advising: 2 },
      'advises',
      '2 rules advise a change; nothing stops it',
    ],
    [
      { verdict: 'unknown', unknown: 2, stops: true },
      'unknown',
      'Of 2 rules nothing is known; that stops it',
    ],
    [
      { verdict: 'unknown' },
      'unknown',
      'Whether the rules are kept is not known; nothing stops it',
    ],
    [
      { verdict: 'unknown', problem: 'No template.', stops: true },
      'unknown',
      'Nothing could be checked, so it is stopped',
    ],
    [
      { verdict: 'pass', problem: 'No template.' },
      'unknown',
      'Nothing could be checked',
    ],
    [
      { verdict: 'pass', stops: true },
      'unknown',
      'Whether the rules are kept is not known; that stops it',
    ],
  ])('of %p is shown as %s: %s', (some, kind, sentence) => {
    expect(preflightKind(preflight(some))).toBe(kind);
    expect(preflightSentence(preflight(some))).toBe(sentence);
  });
});
