import { loadPackFiles } from './loadPackFiles';

const rule = 'rule PRIVATE when Resources exists { Resources.*.Type exists }';

const load = (files: Record<string, string>, more: object = {}) =>
  loadPackFiles({
    files: Object.entries(files).map(([path, text]) => ({ path, text })),
    fallbackId: 'acme',
    ...more,
  });

describe('loadPackFiles', () => {
  it('reads a rule with all that lies beside it', () => {
    const pack = load(
      {
        'pack.yaml':
          'id: bank\ntitle: The bank\nversion: 1.10\nowner: group:security\nproposeChanges: Ask us.\n',
        'storage/bucket.guard': `# A bucket\n${rule}\n`,
        'storage/bucket.md':
          '---\ntitle: Buckets are private\nseverity: high\ncontrols: [{framework: NIST, clauses: [AC-3]}]\nenforcement: {staging: advise}\n---\nBecause.\n',
        'storage/tests/bucket_tests.yml':
          '- name: a bucket\n  input: {Resources: {A: {Type: !Ref X, On: 2026-01-01, Yes: true}}}\n  expectations: {rules: {PRIVATE: PASS}}\n- input: {}\n  expectations: {rules: {PRIVATE: SKIP}}\n',
        'README.md': '# Not a rationale',
      },
      {
        viewUrl: 'https://forge.example/blob/main/policies',
        editUrl: 'https://forge.example/edit/main/policies/',
      },
    );
    expect(pack).toMatchObject({
      id: 'bank',
      title: 'The bank',
      version: '1.10',
      owner: 'group:security',
      problems: [],
    });
    expect(pack.rules).toEqual([
      expect.objectContaining({
        id: 'bank/PRIVATE',
        title: 'Buckets are private',
        severity: 'high',
        owner: 'group:security',
        rationale: 'Because.',
        hasRationale: true,
        frameworks: ['NIST'],
        enforcement: { staging: 'advise' },
        proposeChanges: 'Ask us.',
        source: {
          path: 'storage/bucket.guard',
          line: 2,
          viewUrl:
            'https://forge.example/blob/main/policies/storage/bucket.guard#L2',
          editUrl:
            'https://forge.example/edit/main/policies/storage/bucket.guard',
        },
        rationaleSource: expect.objectContaining({
          path: 'storage/bucket.md',
          viewUrl: 'https://forge.example/blob/main/policies/storage/bucket.md',
        }),
        examples: [
          {
            name: 'a bucket',
            input:
              'Resources:\n  A:\n    Type: !Ref X\n    On: 2026-01-01\n    Yes: true\n',
            expected: 'pass',
          },
          { name: 'case 2', input: '{}\n', expected: 'skip' },
        ],
      }),
    ]);
  });

  it('keeps a rule whose neighbours are broken, and says what is', () => {
    const pack = load({
      'a.guard': rule,
      'a.md': 'no front matter',
      'tests/a_tests.yml': '- nothing: here',
      'gone.md': '---\ntitle: Left behind\n---\n',
      'tests/gone_tests.yml': '[]',
      'pack.yaml': 'title: Acme\nownr: group:x\n',
    });
    expect(pack.rules).toEqual([
      expect.objectContaining({
        id: 'acme/PRIVATE',
        title: 'PRIVATE',
        hasRationale: false,
        examples: [],
      }),
    ]);
    expect(pack.problems).toEqual([
      expect.objectContaining({ path: 'pack.yaml', field: 'ownr' }),
      expect.objectContaining({ path: 'gone.md' }),
      expect.objectContaining({ path: 'tests/gone_tests.yml' }),
      expect.objectContaining({ path: 'tests/a_tests.yml' }),
      expect.objectContaining({ path: 'a.md' }),
    ]);
  });

  it('lists the rules of a file that does not parse', () => {
    const pack = load({
      'a.guard': 'rule A { (((\nrule B {',
      'b.guard': '???',
    });
    expect(pack.rules.map(({ id }) => id)).toEqual([
      'acme/A',
      'acme/B',
      'acme/default',
    ]);
  });

  it('counts every file that declares a rule', () => {
    const pack = load({ 'a.guard': rule, 'b.guard': rule });
    expect(pack.rules).toHaveLength(1);
    expect(pack.rules[0].files.map(({ path }) => path)).toEqual([
      'a.guard',
      'b.guard',
    ]);
    expect(pack.problems).toEqual([
      { path: 'b.guard', message: expect.stringContaining('a.guard') },
    ]);
  });

  it.each([
    [{}, /holds no rules/],
    [{ 'a.guard': '# nothing yet' }, /holds no rules/],
    [{ 'a.guard': rule, 'pack.yaml': 'id: ../up' }, /pack.yaml: id must be/],
    [{ 'a.guard': rule, 'pack.yaml': 'id: [' }, /pack.yaml is not readable/],
    [{ '../a.guard': rule }, /can't hold a file at/],
    [{ '/etc/a.guard': rule }, /can't hold a file at/],
    [{ 'b\\..\\a.guard': rule }, /can't hold a file at/],
    [{ 'a\u001b[2J.guard': rule }, /can't hold a file at/],
  ])('refuses %j', (files, message) => {
    expect(() => load(files as Record<string, string>)).toThrow(message);
  });

  it('passes over what is no part of a pack', () => {
    const pack = load({
      'a.guard': rule,
      'node_modules/x/b.guard': 'rule B { this exists }',
      '.git/c.guard': 'rule C { this exists }',
      '..\\odd.txt': '',
    });
    expect(pack.rules.map(({ name }) => name)).toEqual(['PRIVATE']);
  });

  it('makes an id of the name of a directory', () => {
    const files = { 'a.guard': rule };
    expect(load(files, { fallbackId: 'my rules (v2)' }).id).toBe('my-rules-v2');
    expect(() => load(files, { fallbackId: '…' })).toThrow(/write an id/);
  });
});
