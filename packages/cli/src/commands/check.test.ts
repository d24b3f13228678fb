import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import sarifSchema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import { checkReportSchema } from '@paved-road/backstage-plugin-paved-road-common';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import {
  createWorkspace,
  pack,
  privateBucket,
  publicBucket,
  untaggedBucket,
  Workspace,
} from '../__testUtils__/workspace';

jest.setTimeout(60_000);

describe('paved-road check', () => {
  let workspace: Workspace;

  beforeEach(() => {
    workspace = createWorkspace();
    workspace.write(pack);
  });

  afterEach(() => workspace.remove());

  const check = (...args: string[]) =>
    workspace.run('check', ...args, '--pack', 'rules');
  const checkJson = async (...args: string[]) => {
    const run = await check(...args, '--format', 'json');
    return { ...run, report: checkReportSchema.parse(JSON.parse(run.stdout)) };
  };

  describe('its exit code', () => {
    it('is 0 where nothing blocks, also where something advises', async () => {
      workspace.write({ 'a.yaml': privateBucket, 'b.yaml': untaggedBucket });
      expect((await check('a.yaml')).exitCode).toBe(0);
      const { exitCode, report } = await checkJson('b.yaml');
      expect(exitCode).toBe(0);
      expect(report.verdict).toBe('fail');
    });

    it('is 1 where something blocks, which the environment decides', async () => {
      workspace.write({ 'a.yaml': publicBucket });
      expect((await check('a.yaml')).exitCode).toBe(1);
      expect(
        (await check('a.yaml', '--environment', 'development')).exitCode,
      ).toBe(0);
    });

    it.each([
      ['a document that is none', ['a.txt'], /a\.txt could not be checked/],
      ['an unreadable document', ['broken.yaml'], /broken\.yaml could not/],
      ['a missing document', ['nowhere.yaml'], /no document at 'nowhere.yaml'/],
      ['a glob without matches', ['*.nope'], /no document at '\*\.nope'/],
      ['a directory without documents', ['empty'], /no document at 'empty'/],
      ['no document', [], /nothing to check/],
      [
        'an unknown environment',
        ['a.yaml', '--environment', 'prod'],
        /no environment 'prod'; there are: development, staging, production/,
      ],
      [
        'an unknown format',
        ['a.yaml', '--format', 'xml'],
        /Allowed choices are text, json, sarif, junit/,
      ],
      [
        'an unknown option',
        ['a.yaml', '--formt', 'json'],
        /unknown option '--formt'/,
      ],
      [
        'an unknown pack',
        ['a.yaml', '--pack', 'nowhere'],
        /no pack at .*nowhere/,
      ],
    ])('is 2 for %s', async (_what, args, message) => {
      workspace.write({
        'a.yaml': publicBucket,
        'a.txt': 'just words',
        'broken.yaml': 'Resources: [',
        'empty/readme.txt': '',
      });
      const { exitCode, stdout, stderr } = await check(...args);
      expect(stdout + stderr).toMatch(message);
      expect(exitCode).toBe(2);
    });

    it('is 2 for a rule file that does not parse, whatever else blocks', async () => {
      workspace.write({
        'a.yaml': publicBucket,
        'rules/broken.guard': 'rule BROKEN when { %x exists\n',
      });
      const { exitCode, report } = await checkJson('a.yaml');
      const verdicts = report.documents[0].results.map(
        ({ rule, verdict }) => `${rule} ${verdict}`,
      );
      expect(verdicts.sort()).toEqual([
        'acme/BROKEN unknown',
        'acme/BUCKET_HAS_TAGS pass',
        'acme/BUCKET_IS_PRIVATE fail',
      ]);
      expect(exitCode).toBe(2);
    });
  });

  it('writes the report that other tools read', async () => {
    workspace.write({ 'infra/a.yaml': publicBucket });
    const { report, stderr } = await checkJson('infra/a.yaml');
    expect(stderr).toBe('');
    expect(report).toEqual({
      bundle: { digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
      engine: { name: 'cfn-guard', version: expect.any(String) },
      verdict: 'fail',
      documents: [
        {
          path: 'infra/a.yaml',
          format: 'cloudformation-yaml',
          digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
          results: expect.arrayContaining([
            {
              rule: 'acme/BUCKET_IS_PRIVATE',
              verdict: 'fail',
              enforcement: 'block',
              findings: [
                expect.objectContaining({
                  resource: 'Logs',
                  propertyPath: '/Resources/Logs/Properties/AccessControl',
                  line: 5,
                  message: 'Anyone can read the bucket.',
                }),
              ],
            },
          ]),
        },
      ],
    });
  });

  it('keeps an unreadable document from taking the others down', async () => {
    workspace.write({
      'a.yaml': publicBucket,
      'b.yaml': 'Resources: {}\nResources: {}',
    });
    const { report, exitCode } = await checkJson('b.yaml', 'a.yaml');
    expect(exitCode).toBe(2);
    expect(report.documents.map(({ error }) => Boolean(error))).toEqual([
      true,
      false,
    ]);
    expect(report.documents[0].results.map(({ verdict }) => verdict)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('tells a developer where, what, how to fix it and why', async () => {
    workspace.write({ 'a.yaml': publicBucket, 'b.yaml': untaggedBucket });
    const { stdout } = await check('a.yaml', 'b.yaml');
    expect(stdout).toBe(`✗ a.yaml CloudFormation · 1 blocks, 1 pass

  ✗ BLOCKS  Buckets are private (high)
    a.yaml:5:22  Logs › Properties/AccessControl
      Anyone can read the bucket.
      Fix: Set AccessControl to Private.
      Why: A public bucket is read within hours.
      Rule: acme/BUCKET_IS_PRIVATE · rules/bucket_is_private.guard:2

! b.yaml CloudFormation · 1 advises, 1 pass

  ! ADVISES  Buckets have tags
    b.yaml:5:7  Logs › Properties
      Tags is missing
      Why: no rationale recorded
      Rule: acme/BUCKET_HAS_TAGS · rules/bucket_has_tags.guard:2

2 documents, 2 rules, for production: 1 blocks, 1 advises, 2 pass. Something blocks.
`);
  });

  it('writes SARIF that keeps to the schema', async () => {
    workspace.write({ 'a.yaml': publicBucket, 'b.json': '{' });
    const { stdout } = await check('a.yaml', 'b.json', '--format', 'sarif');
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    addFormats(ajv);
    const validate = ajv.compile(sarifSchema);
    const log = JSON.parse(stdout);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    expect(log.runs[0].results[0].ruleId).toBe('acme/BUCKET_IS_PRIVATE');
    expect(log.runs[0].invocations[0].executionSuccessful).toBe(false);
  });

  it('writes JUnit', async () => {
    workspace.write({ 'a.yaml': publicBucket });
    const { stdout } = await check('a.yaml', '--format', 'junit');
    expect(stdout).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="Paved Road" tests="2" failures="1"/,
    );
  });

  describe('what it reads', () => {
    it('takes templates and plans out of directories and globs, and nothing else', async () => {
      workspace.write({
        'infra/a.yaml': privateBucket,
        'infra/deep/b.template': privateBucket,
        'infra/package.json': '{"name": "x"}',
        'infra/values.yaml': 'a: [',
        'infra/notes.txt': publicBucket,
        'infra/node_modules/c.yaml': publicBucket,
        'infra/.hidden/d.yaml': publicBucket,
      });
      symlinkSync('../infra', join(workspace.path, 'infra/loop'));
      symlinkSync('a.yaml', join(workspace.path, 'infra/same.yaml'));
      const { stdout, exitCode } = await check('infra');
      expect(stdout).toContain('✓ infra/a.yaml');
      expect(stdout).toContain('✓ infra/deep/b.template');
      expect(stdout).toContain('2 files passed over');
      expect(stdout).toContain('2 documents');
      expect(exitCode).toBe(0);
      const { report } = await checkJson('infra/**/*.template', 'infra/a.yaml');
      expect(report.documents.map(({ path }) => path)).toEqual([
        'infra/deep/b.template',
        'infra/a.yaml',
      ]);
    });

    it.each([
      ['broken.yaml', 'AWSTemplateFormatVersion: 2010-09-09\nResources: ['],
      ['twice.json', '{"Resources": {}, "Resources": {}}'],
      ['utf16.json', Buffer.from('\ufeff{"resource_changes": [', 'utf16le')],
    ])(
      'does not pass over %s, which is meant as a document',
      async (name, content) => {
        workspace.write({
          'infra/a.yaml': privateBucket,
          [`infra/${name}`]: content,
        });
        const { exitCode, stdout } = await check('infra');
        expect(stdout).toContain(`infra/${name} could not be checked`);
        expect(exitCode).toBe(2);
      },
    );

    it('refuses a directory that holds only other things', async () => {
      workspace.write({ 'web/package.json': '{}' });
      const { exitCode, stderr } = await check('web');
      expect(stderr).toContain('Of 1 files none is a CloudFormation template');
      expect(exitCode).toBe(2);
    });

    it('takes packs, documents and environments from paved-road.yaml', async () => {
      workspace.write({
        '.git/HEAD': '',
        'paved-road.yaml': `packs: [rules]
documents: ['infra/*.yaml']
environments: [{name: sandbox, enforcement: advise}, {name: live, enforcement: block}]
defaultEnvironment: live
portal: https://portal.example/
`,
        'infra/a.yaml': publicBucket,
        'sub/keep': '',
      });
      const run = await workspace.run('check');
      expect(run.stdout).toContain('for live: 1 blocks');
      expect(run.stdout).toContain(
        'https://portal.example/paved-road/rules/acme/BUCKET_IS_PRIVATE',
      );
      expect(run.exitCode).toBe(1);
      const sandbox = await workspace.run('check', '--environment', 'sandbox');
      expect(sandbox.exitCode).toBe(0);
    });

    it.each([
      ['packs: rules', /packs: Invalid input: expected array/],
      ['pakcs: [rules]', /Unrecognized key: "pakcs"/],
      ['packs: [', /not readable YAML at line \d+, column \d+/],
      ['portal: javascript:alert(1)', /portal: must be an address/],
    ])('says what is wrong with paved-road.yaml: %s', async (text, message) => {
      workspace.write({ 'paved-road.yaml': text, 'a.yaml': publicBucket });
      const { exitCode, stderr } = await check('a.yaml');
      expect(stderr).toMatch(message);
      expect(exitCode).toBe(2);
    });

    it('falls back to policies/, and to no rules at all', async () => {
      workspace.write({ 'a.yaml': publicBucket });
      const without = await workspace.run('check', 'a.yaml');
      expect(without.stderr).toContain('There are no rules to check against');
      expect(without.exitCode).toBe(2);
      workspace.write({
        'policies/bucket.guard': pack['rules/bucket_is_private.guard'],
      });
      const run = await workspace.run('check', 'a.yaml', '--format', 'json');
      expect(JSON.parse(run.stdout).documents[0].results[0].rule).toBe(
        'policies/BUCKET_IS_PRIVATE',
      );
      expect(run.exitCode).toBe(1);
    });

    it('checks against several packs', async () => {
      workspace.write({ 'a.yaml': publicBucket });
      const { report } = await checkJson('a.yaml', '--pack', 'control-tower');
      expect(report.documents[0].results).toHaveLength(239);
    });
  });

  describe('--output', () => {
    it('writes the report whole, and the outcome to the terminal', async () => {
      workspace.write({ 'a.yaml': publicBucket, 'out.json': 'old' });
      const run = await check(
        'a.yaml',
        '--format',
        'json',
        '--output',
        'out.json',
      );
      expect(run).toMatchObject({ exitCode: 1, stdout: '' });
      expect(run.stderr).toContain('Something blocks.');
      const path = join(workspace.path, 'out.json');
      expect(JSON.parse(readFileSync(path, 'utf8')).verdict).toBe('fail');
      expect(readdirSync(workspace.path).sort()).toEqual([
        'a.yaml',
        'out.json',
        'rules',
      ]);
    });

    it('says where it can’t write', async () => {
      workspace.write({ 'a.yaml': publicBucket });
      for (const output of ['nowhere/out.json', 'rules']) {
        const run = await check('a.yaml', '--output', output);
        expect(run.stderr).toContain(`${output} can't be written`);
        expect(run.exitCode).toBe(2);
      }
    });
  });

  it('lets no name of a document command the terminal', async () => {
    const name = 'a\u001b[2J\u202eb.yaml';
    workspace.write({ [name]: publicBucket, 'c\u001b]0;x\u0007.yaml': 'x' });
    const { stdout, stderr } = await check(name, 'c\u001b]0;x\u0007.yaml');
    for (const character of ['\u001b', '\u0007', '\u202e']) {
      expect(stdout + stderr).not.toContain(character);
    }
    expect(stdout).toContain('a\ufffd[2J\ufffdb.yaml:5:22');
  });
});
