import { Verdict } from '@paved-road/backstage-plugin-paved-road-common';
import { RuleVerdict } from '../checks';
import { sourceVerdict } from './sourceVerdict';
import { trustResults } from './trust';

type Options = Parameters<typeof sourceVerdict>[0];

const results = (...verdicts: Verdict[]): RuleVerdict[] =>
  verdicts.map((verdict, index) => ({
    rule: `bank/${verdict}${index}`,
    verdict,
    // Of the environment that was checked for, not of the one asked for.
    enforcement: 'block',
    findings: [],
  }));

const judge = (change: Partial<Options>) =>
  sourceVerdict({
    outcome: { verdict: 'pass' },
    trust: 'current',
    documents: [{ path: 'a.yaml', format: 'cdk' }],
    results: results('pass', 'skip'),
    enforcementOf: () => 'block',
    complete: true,
    ...change,
  });

describe('sourceVerdict', () => {
  const advised = () => 'advise' as const;
  const failing = {
    outcome: { verdict: 'fail' as const },
    results: results('pass', 'fail'),
  };
  const unreadable = [
    { path: 'a.yaml', format: 'unknown' as const, error: 'is too large' },
  ];

  it.each<[string, Partial<Options>, string]>([
    ['all hold', {}, 'pass'],
    ['one is exempt', { results: results('pass', 'exempt') }, 'pass'],
    ['one blocks', failing, 'fail'],
    ['one only advises', { ...failing, enforcementOf: advised }, 'pass'],
    [
      'one advises and one is a gap',
      {
        ...failing,
        results: results('fail', 'unknown'),
        enforcementOf: advised,
      },
      'unknown',
    ],
    [
      'one blocks and one is a gap',
      { ...failing, results: results('fail', 'unknown') },
      'fail',
    ],
    ['one is a gap', { results: results('pass', 'unknown') }, 'unknown'],
    ['there is none', { results: [] }, 'unknown'],
    ['the check was open', { outcome: { verdict: 'unknown' } }, 'unknown'],
    ['a pack is missing', { complete: false }, 'unknown'],
    [
      'one advises and a document can’t be read',
      { ...failing, enforcementOf: advised, documents: unreadable },
      'unknown',
    ],
    ['it can only be doubted', { trust: 'doubtful' }, 'unknown'],
    [
      'one blocks, as it did before the check that failed',
      { ...failing, trust: 'doubtful' },
      'fail',
    ],
    [
      'it is too old, whatever it said',
      {
        ...failing,
        trust: 'stale',
        results: trustResults(failing.results, 'stale'),
      },
      'unknown',
    ],
  ])('where %s', (_, change, verdict) => {
    expect(judge(change)).toBe(verdict);
  });
});
