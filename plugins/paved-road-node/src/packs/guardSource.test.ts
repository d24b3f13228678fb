import { findRuleDeclarations } from './guardSource';

const namesIn = (text: string) =>
  findRuleDeclarations(text).map(({ name }) => name);

describe('findRuleDeclarations', () => {
  it('finds named rules with their lines, and no parameterised ones', () => {
    expect(
      findRuleDeclarations(`# rule COMMENTED {
let buckets = Resources.*[ Type == 'AWS::S3::Bucket'
  Properties.Note != "rule QUOTED {" ]
rule FIRST when %buckets !empty {
  %buckets.Properties.rule exists <<rule IN_MESSAGE {>>
  %buckets { rule exists }
}
rule helper(x) { %x exists }
rule
  SECOND{ helper(%buckets) }rule THIRD when FIRST
{ Resources.*.Name == /rule IN_REGEX {/ }
rule FIRST { Resources exists }
`),
    ).toEqual([
      { name: 'FIRST', line: 4 },
      { name: 'SECOND', line: 9 },
      { name: 'THIRD', line: 10 },
      { name: 'FIRST', line: 12 },
    ]);
  });

  it.each([
    ['a clause', 'Resources exists'],
    ['a clause after a rule', 'rule A { Resources exists }\nResources exists'],
    ['a block by type', 'AWS::S3::Bucket { Properties exists }'],
    ['a guarded block', 'let x = Resources\nwhen %x exists { %x !empty }'],
    ['a call after a value', 'let x = "a" %x exists'],
  ])('calls %s outside of any rule default', (_what, text) => {
    expect(namesIn(text)).toContain('default');
  });

  it.each([
    'let a = some Resources.*[ Type == "x" ]\n  .Properties\nrule A { %a exists }',
    'let a = { "b": [1, 2] }\nlet c := r(1, 2]\nlet d = count(%a)\nlet e = /x y/',
    'let a = Resources.\n  Foo\nrule A when %a == { "b": 1 } { %a exists }',
    "let a = Resources.'a b'.*[ keys == /x/ ].Properties rule A { %a exists }",
    '# only a comment\n',
    '',
  ])('takes no assignment for a clause: %s', text => {
    expect(namesIn(text)).not.toContain('default');
  });

  it('lists the rules of a source that does not parse', () => {
    expect(namesIn('rule A { Resources exists\nrule B { ((( }')).toEqual([
      'A',
      'B',
    ]);
    expect(namesIn('rule foo-bar { Resources exists }')).toEqual(['foo']);
    expect(namesIn("let x = 'abc\nrule A { Resources == 'x' }")).toEqual(['A']);
    expect(
      namesIn(
        'rule A { Resources exists <<never closed }\nrule B { x exists <<>> }',
      ),
    ).toEqual(['A', 'B']);
    expect(namesIn('this is { no rule')).toEqual(['default']);
  });

  it('takes a text over several lines for one', () => {
    expect(
      namesIn('let x = "a\nb"\nrule A { %x exists <<\n\nrule for all\n>> }'),
    ).toEqual(['A']);
  });

  it('ends on anything', () => {
    for (const text of [
      'let x = ',
      'let x = )',
      '(',
      'let x = a.',
      'rule ',
      '{',
    ]) {
      expect(() => findRuleDeclarations(text)).not.toThrow();
    }
  });
});
