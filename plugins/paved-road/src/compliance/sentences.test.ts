import { VerdictCounts } from '@paved-road/backstage-plugin-paved-road-common';
import { failureCounts, statusSentence, statusTitle } from './sentences';

const none: VerdictCounts = {
  pass: 0,
  fail: 0,
  skip: 0,
  exempt: 0,
  unknown: 0,
  blocking: 0,
  advising: 0,
};

describe('statusSentence', () => {
  it.each([
    [{ blocking: 1 }, '1 rule blocks production'],
    [{ blocking: 3 }, '3 rules block production'],
    [{ blocking: 3, advising: 1 }, '3 rules block production, 1 more advises'],
    [{ advising: 2 }, '2 rules advise a change; nothing blocks production'],
  ])('of a failure with %p says what it does', (counts, sentence) => {
    expect(
      statusSentence(
        { verdict: 'fail', counts: { ...none, ...counts } },
        'production',
      ),
    ).toBe(sentence);
  });

  it('of the unknown says why', () => {
    expect(
      statusSentence({
        verdict: 'unknown',
        counts: none,
        reason: { code: 'stale', message: 'The newest check is too old.' },
      }),
    ).toBe('The newest check is too old.');
    expect(statusSentence({ verdict: 'unknown', counts: none })).toMatch(
      /not known/,
    );
  });

  it('of a pass says how much of it there is', () => {
    expect(
      statusSentence({ verdict: 'pass', counts: { ...none, pass: 12 } }),
    ).toBe('12 rules that apply pass');
    expect(
      statusSentence({
        verdict: 'pass',
        counts: { ...none, pass: 1, exempt: 2 },
      }),
    ).toBe('1 rule that applies passes, 2 exempt');
    expect(
      statusSentence({ verdict: 'pass', counts: { ...none, skip: 250 } }),
    ).toBe('No rule applies to this service');
  });
});

describe('statusTitle', () => {
  it('names the kind of the unknown, whose details stand below', () => {
    expect(
      statusTitle({
        verdict: 'unknown',
        counts: none,
        reason: {
          code: 'document-error',
          message: 'infra/a.yaml is not YAML at line 3.',
        },
      }),
    ).toBe('Not every document can be read');
  });

  it('is the sentence for all else', () => {
    const status = {
      verdict: 'fail' as const,
      counts: { ...none, blocking: 1 },
    };
    expect(statusTitle(status, 'production')).toBe(
      statusSentence(status, 'production'),
    );
  });
});

describe('failureCounts', () => {
  it('leaves out what there is none of', () => {
    expect(failureCounts({ ...none, blocking: 1, advising: 2 })).toBe(
      '1 blocks, 2 advise',
    );
    expect(failureCounts({ ...none, blocking: 2 })).toBe('2 block');
    expect(failureCounts(none)).toBe('');
  });
});
