import { hasRuleFilters, readRuleFilters, ruleQuery } from './ruleFilters';

describe('readRuleFilters', () => {
  it('reads what the page writes', () => {
    const filters = readRuleFilters(
      new URLSearchParams(
        'framework=A&framework=B&severity=high&pack=p&resourceType=T&text=x+y&gap=broken&page=2',
      ),
    );
    expect(filters).toEqual({
      framework: ['A', 'B'],
      severity: ['high'],
      pack: ['p'],
      resourceType: ['T'],
      text: 'x y',
      gap: 'broken',
      page: 2,
    });
    expect(hasRuleFilters(filters)).toBe(true);
  });

  it.each(['page=-1', 'page=1.5', 'page=x', 'page=0', 'gap=x', 'severity=x'])(
    'ignores %s',
    search => {
      const filters = readRuleFilters(new URLSearchParams(search));
      expect(filters).toEqual(readRuleFilters(new URLSearchParams()));
      expect(hasRuleFilters(filters)).toBe(false);
    },
  );

  it('does not ask the API for more text than it takes, nor for spaces', () => {
    const long = readRuleFilters(
      new URLSearchParams({ text: 'x'.repeat(5000) }),
    );
    expect(ruleQuery(long).text).toHaveLength(200);
    expect(
      ruleQuery(readRuleFilters(new URLSearchParams({ text: '   ' }))).text,
    ).toBeUndefined();
  });
});
