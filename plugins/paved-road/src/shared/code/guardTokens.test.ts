import { GuardToken, guardTokens } from './guardTokens';

function of(kind: GuardToken['kind'], source: string): string[] {
  return guardTokens(source)
    .flat()
    .filter(token => token.kind === kind)
    .map(token => token.text);
}

function text(lines: GuardToken[][]): string {
  return lines.map(line => line.map(token => token.text).join('')).join('\n');
}

const RULE = `# Buckets hold what must not be lost
let buckets = Resources.*[ Type == /AWS::S3::Bucket$/ ]

rule S3_VERSIONED when %buckets !empty {
  %buckets.Properties.VersioningConfiguration.Status == "Enabled"
    or %buckets.Properties.Tags[ Key == 'scratch' ] exists
    <<
      [CT.S3.PR.1]: keep "versions"
    >>
  some %buckets.Count in r[0, 12.5)
}`;

describe('guardTokens', () => {
  it('tells the parts of a rule apart', () => {
    expect(of('keyword', RULE)).toEqual([
      'let',
      'rule',
      'when',
      'empty',
      'or',
      'exists',
      'some',
      'in',
    ]);
    expect(of('comment', RULE)).toEqual([
      '# Buckets hold what must not be lost',
    ]);
    expect(of('regex', RULE)).toEqual(['/AWS::S3::Bucket$/']);
    expect(of('string', RULE)).toEqual(['"Enabled"', "'scratch'"]);
    expect(of('variable', RULE)).toEqual([
      'buckets',
      '%buckets',
      '%buckets',
      '%buckets',
      '%buckets',
    ]);
    expect(of('number', RULE)).toEqual(['0', '12.5']);
  });

  it('keeps a message together over lines, with all that is in it', () => {
    expect(of('message', RULE)).toEqual([
      '<<',
      '      [CT.S3.PR.1]: keep "versions"',
      '    >>',
    ]);
  });

  it('loses no character and no line', () => {
    expect(text(guardTokens(RULE))).toBe(RULE);
    expect(guardTokens(RULE)).toHaveLength(RULE.split('\n').length);
  });

  it('takes a property that is named like a keyword for a property', () => {
    expect(of('keyword', 'Properties.Rule.when == this')).toEqual(['this']);
  });

  it.each([
    ['an open message', '<< never ends\nand goes on'],
    ['an open string', 'a == "open\nrule X { }'],
    ['an open regex', 'a == /open\nb'],
    ['binary', '\u0000\u0001\uFFFF🙂 ##'],
    ['windows lines', 'rule A {\r\n}\r\n'],
    ['nothing', ''],
  ])('survives %s', (_, source) => {
    expect(text(guardTokens(source))).toBe(source);
  });

  it.each(['<<', '/\\', '/a', '"\\"', '#', 'let ', '%', 'a-'])(
    'does not slow down on %p, over and over',
    part => {
      const hostile = part.repeat(50_000);
      expect(text(guardTokens(hostile))).toBe(hostile);
    },
  );
});
