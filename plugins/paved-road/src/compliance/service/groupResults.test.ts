import { ServiceRuleResult } from '@paved-road/backstage-plugin-paved-road-common';
import { groupByReason, groupResults } from './groupResults';

function result(
  rule: string,
  overrides: Partial<ServiceRuleResult>,
): ServiceRuleResult {
  return {
    rule,
    title: rule,
    verdict: 'pass',
    enforcement: 'block',
    findings: [],
    ...overrides,
  };
}

describe('groupResults', () => {
  it('puts first what must be fixed first, and loses nothing', () => {
    const groups = groupResults([
      result('skip', { verdict: 'skip' }),
      result('pass', {}),
      result('exempt', { verdict: 'exempt' }),
      result('advise', { verdict: 'fail', enforcement: 'advise' }),
      result('unknown', { verdict: 'unknown' }),
      result('low', { verdict: 'fail', severity: 'low' }),
      result('unweighed', { verdict: 'fail' }),
      result('critical', { verdict: 'fail', severity: 'critical' }),
    ]);
    expect(
      groups.map(({ kind, results }) => [kind, ...results.map(r => r.rule)]),
    ).toEqual([
      ['blocks', 'critical', 'low', 'unweighed'],
      ['unknown', 'unknown'],
      ['advises', 'advise'],
      ['exempt', 'exempt'],
      ['pass', 'pass'],
      ['skip', 'skip'],
    ]);
  });

  it('leaves out what there is none of', () => {
    expect(groupResults([])).toEqual([]);
    expect(groupResults([result('a', {})]).map(({ kind }) => kind)).toEqual([
      'pass',
    ]);
  });

  it('does not change what it was given', () => {
    const results = [
      result('b', { verdict: 'fail' }),
      result('a', { verdict: 'fail' }),
    ];
    groupResults(results);
    expect(results.map(({ rule }) => rule)).toEqual(['b', 'a']);
  });
});

describe('groupByReason', () => {
  it('says a reason once, however many rules it keeps from being checked', () => {
    const groups = groupByReason([
      result('a', { verdict: 'unknown', reason: 'broken' }),
      result('b', { verdict: 'unknown' }),
      result('c', { verdict: 'unknown', reason: 'broken' }),
    ]);
    expect(
      groups.map(({ reason, results }) => [reason, results.length]),
    ).toEqual([
      ['broken', 2],
      ['No reason is recorded.', 1],
    ]);
  });
});
