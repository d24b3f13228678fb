import { createWorkspace, pack, Workspace } from '../__testUtils__/workspace';

jest.setTimeout(60_000);

describe('paved-road rules', () => {
  let workspace: Workspace;

  beforeEach(() => {
    workspace = createWorkspace();
    workspace.write(pack);
  });

  afterEach(() => workspace.remove());

  describe('test', () => {
    it('runs what lies beside the rules, and names rules without tests', async () => {
      const { exitCode, stdout } = await workspace.run(
        'rules',
        'test',
        'rules',
      );
      expect(stdout).toBe(`✓ tests/bucket_is_private_tests.yml (1 expectation)
! BUCKET_HAS_TAGS has no tests (bucket_has_tags.guard)

1 tests file, 1 expectation: 1 met, 0 not met, 1 rule without tests
`);
      expect(exitCode).toBe(0);
    });

    it('shows each expectation that is not met', async () => {
      workspace.write({
        'rules/tests/bucket_has_tags_tests.yml': `- name: no bucket
  input: {}
  expectations: {rules: {BUCKET_HAS_TAGS: FAIL}}
`,
      });
      const { exitCode, stdout } = await workspace.run(
        'rules',
        'test',
        'rules',
      );
      expect(stdout)
        .toContain(`✗ tests/bucket_has_tags_tests.yml (1 expectation)
    no bucket
      BUCKET_HAS_TAGS: expected FAIL, got SKIP
`);
      expect(exitCode).toBe(1);
    });

    it('is used wrongly where there are no rules', async () => {
      for (const directory of ['nowhere', 'rules/tests']) {
        const run = await workspace.run('rules', 'test', directory);
        expect(run.stderr).toMatch(/There (is no pack|are no rules)/);
        expect(run.exitCode).toBe(2);
      }
    });
  });

  describe('list', () => {
    it('names what a check would use, and the gaps in it', async () => {
      const { exitCode, stdout } = await workspace.run(
        ...['rules', 'list', '--pack', 'rules'],
      );
      expect(stdout)
        .toBe(`acme/BUCKET_HAS_TAGS    –         Buckets have tags  ·  no rationale recorded
acme/BUCKET_IS_PRIVATE  high      Buckets are private

2 rules, 1 with no rationale recorded
`);
      expect(exitCode).toBe(0);
    });

    it('lists a broken rule as such', async () => {
      workspace.write({ 'rules/broken.guard': 'rule BROKEN { ((( }' });
      const { exitCode, stdout } = await workspace.run(
        ...['rules', 'list', '--pack', 'rules', '--format', 'json'],
      );
      expect(JSON.parse(stdout)).toContainEqual(
        expect.objectContaining({
          id: 'acme/BROKEN',
          broken: expect.any(String),
          source: 'rules/broken.guard',
          enforcement: {
            development: 'advise',
            staging: 'block',
            production: 'block',
          },
        }),
      );
      expect(exitCode).toBe(2);
    });
  });
});
