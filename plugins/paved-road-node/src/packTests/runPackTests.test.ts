import { createMockDirectory } from '@backstage/backend-test-utils';
import { runPackTests } from './runPackTests';

const rule = `let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule PRIVATE when %buckets !empty { %buckets.Properties.Private == true }
rule OTHER when %buckets !empty { %buckets.Properties exists }
`;

const testCase = (name: string, properties: string, expectations: string) =>
  `- name: ${name}
  input: {Resources: {A: {Type: 'AWS::S3::Bucket', Properties: ${properties}}}}
  expectations: {rules: ${expectations}}
`;

describe('runPackTests', () => {
  const directory = createMockDirectory();

  const run = (files: Record<string, string>) => {
    directory.setContent(files);
    return runPackTests({ directory: directory.path });
  };

  it('passes where the engine meets every expectation', async () => {
    expect(
      await run({
        'a/x.guard': rule,
        'a/tests/x_tests.yml': testCase(
          'is private',
          '{Private: true}',
          '{PRIVATE: PASS}',
        ),
      }),
    ).toEqual({
      files: [
        {
          path: 'a/tests/x_tests.yml',
          results: [
            {
              rule: 'PRIVATE',
              test: 'is private',
              expected: 'PASS',
              actual: ['PASS'],
              passed: true,
            },
          ],
          errors: [],
        },
      ],
      untested: [{ rule: 'OTHER', path: 'a/x.guard' }],
      passed: true,
    });
  });

  it('says what was expected and what came', async () => {
    const { files, passed } = await run({
      'x.guard': rule,
      'tests/x_tests.yaml': testCase(
        '',
        '{Private: false}',
        '{PRIVATE: PASS, OTHER: PASS}',
      ),
    });
    expect(passed).toBe(false);
    expect(files[0].results).toEqual([
      expect.objectContaining({
        rule: 'PRIVATE',
        test: 'case 1',
        expected: 'PASS',
        actual: ['FAIL'],
        passed: false,
      }),
      expect.objectContaining({ rule: 'OTHER', passed: true }),
    ]);
  });

  it.each([
    [
      'x_tests.yml',
      testCase('t', '{}', '{MISSPELT: PASS}'),
      /MISSPELT, which the rule file does not declare/,
    ],
    ['x_tests.yml', testCase('t', '{}', '{}'), /expects nothing/],
    [
      'x_tests.yml',
      testCase('t', '{}', '{PRIVATE: PASSED}'),
      /is no list of test cases/,
    ],
    ['x_tests.yml', '[]', /holds no test case/],
    ['x_tests.yml', '- [', /not readable YAML/],
    [
      'y_tests.yml',
      testCase('t', '{}', '{PRIVATE: FAIL}'),
      /there is no y\.guard/,
    ],
    [
      'x.yml',
      testCase('t', '{}', '{PRIVATE: FAIL}'),
      /name it <rule>_tests\.yml/,
    ],
  ])(
    'fails for a test that tests nothing: %s %#',
    async (name, text, message) => {
      const { files, passed } = await run({
        'x.guard': rule,
        [`tests/${name}`]: text,
      });
      expect(passed).toBe(false);
      expect(files[0].errors).toEqual([expect.stringMatching(message)]);
    },
  );

  it('fails for rules that do not parse', async () => {
    const { files, passed } = await run({
      'x.guard': 'rule PRIVATE { (((',
      'tests/x_tests.yml': testCase('t', '{}', '{PRIVATE: FAIL}'),
    });
    expect(passed).toBe(false);
    expect(files[0].errors).toEqual([expect.stringMatching(/[Pp]ars/)]);
  });

  it('refuses a directory without rules', async () => {
    await expect(run({ 'a.txt': '' })).rejects.toThrow(/no \.guard file/);
  });
});
