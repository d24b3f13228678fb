import { gapsOf } from './ruleGaps';

const now = Date.parse('2026-11-24T12:00:00Z');

describe('gapsOf', () => {
  it('finds nothing to say of a rule that is complete', () => {
    expect(gapsOf({ hasRationale: true, reviewBy: '2027-01-01' }, now)).toEqual(
      [],
    );
    expect(gapsOf({ hasRationale: true }, now)).toEqual([]);
  });

  it('finds every gap, the worst first', () => {
    expect(
      gapsOf(
        { broken: 'line 3', hasRationale: false, reviewBy: '2026-11-23' },
        now,
      ),
    ).toEqual(['broken', 'no-rationale', 'review-overdue']);
  });

  it('counts an empty reason as broken all the same', () => {
    expect(gapsOf({ broken: '', hasRationale: true }, now)).toEqual(['broken']);
  });
});
