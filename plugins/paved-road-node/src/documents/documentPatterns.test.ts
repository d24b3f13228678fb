import {
  matchDocumentDirectories,
  matchDocuments,
  readDocumentPatterns,
} from './documentPatterns';

describe('readDocumentPatterns', () => {
  it('reads patterns between commas, once each', () => {
    expect(
      readDocumentPatterns(
        ' infra/*.yaml, ./cdk.out/*.template.json,\n infra/*.yaml,,{plans,more}/**/*.json ',
        'It',
      ),
    ).toEqual([
      'infra/*.yaml',
      'cdk.out/*.template.json',
      '{plans,more}/**/*.json',
    ]);
  });

  it.each([
    ['', 'names no document'],
    [' , ,', 'names no document'],
    ['/etc/passwd', 'absolute'],
    ['infra/../../other/*.yaml', "'..'"],
    ['{..,infra}/*.yaml', "'..'"],
    ['https://evil.example/*.yaml', 'protocol'],
    ['file:secrets.yaml', 'protocol'],
    ['infra\\..\\*.yaml', 'backslash'],
    ['infra/\u0000.yaml', 'control character'],
    ['!infra/*.yaml', "'!'"],
    ['infra/+(a|b).yaml', 'parentheses'],
    [`${'a'.repeat(201)}.yaml`, 'longer than 200'],
    ['*a*a*a*a*a*a*a*a*a*b', 'wildcards'],
    [
      Array.from({ length: 21 }, (_, n) => `infra/${n}.yaml`).join(),
      'has 21 patterns',
    ],
  ])('refuses %j', (annotation, problem) => {
    const read = () => readDocumentPatterns(annotation, 'The annotation');
    expect(read).toThrow(problem);
    expect(read).toThrow(/^The annotation (?:has|names) /);
  });
});

describe('matchDocuments', () => {
  const matches = matchDocuments(
    readDocumentPatterns(
      'infra/*.yaml, cdk.out/**/*.template.json, plan[0-9].json',
      'It',
    ),
  );

  it.each([
    ['infra/a.yaml', true],
    ['infra/deep/a.yaml', false],
    ['infra/.hidden.yaml', false],
    ['other/infra/a.yaml', false],
    ['cdk.out/A.template.json', true],
    ['cdk.out/assembly-x/A.template.json', true],
    ['plan7.json', true],
    ['planx.json', false],
  ])('%s: %s', (path, expected) => {
    expect(matches(path)).toBe(expected);
  });

  it('takes a path for a path, whatever characters it has', () => {
    expect(matches('infra/../../a.yaml')).toBe(false);
    expect(matches('infra/a b(1)!.yaml')).toBe(true);
  });
});

describe('matchDocumentDirectories', () => {
  it.each([
    ['infra/*.yaml', 'infra', true],
    ['infra/*.yaml', 'infra/deep', false],
    ['infra/*.yaml', 'other', false],
    ['infra/**', 'infra/any/depth', true],
    ['cdk.out/**/*.json', 'cdk.out', true],
    ['cdk.out/**/*.json', 'cdk.out/a/b', true],
    ['cdk.out/**/*.json', 'src/a', false],
    ['*/plan.json', 'any', true],
    ['*/plan.json', '.hidden', false],
    ['{a,b}/*.json', 'b', true],
    ['{a,b}/*.json', 'c', false],
    ['{a/b,c}/*.json', 'a', true],
    ['a/b/*.json', 'a', true],
    ['template.yaml', 'a', false],
  ])('%s may match below %s: %s', (pattern, directory, expected) => {
    expect(matchDocumentDirectories([pattern])(directory)).toBe(expected);
  });

  it('looks wherever one of several patterns leads', () => {
    const mayHold = matchDocumentDirectories(['a/*.yaml', 'b/*.yaml']);
    expect(['a', 'b', 'c'].filter(mayHold)).toEqual(['a', 'b']);
  });
});
