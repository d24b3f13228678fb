import { createHash } from 'node:crypto';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import yaml from 'yaml';
import { MIA } from '../../__testUtils__/runAction';
import { bucket, closed, open } from './__testUtils__/pack';
import { useCheck } from './__testUtils__/useCheck';
import { examples } from './examples';

jest.setTimeout(60_000);

const unnamed = bucket('Private');

describe('paved-road:policy:check', () => {
  const { run, workspace, permissions } = useCheck();

  it('puts out what the rules say of documents that pass', async () => {
    workspace.setContent({
      'infra/a.yaml': closed,
      'infra/b.yaml': bucket('Private', 'logs-2'),
      'infra/notes.md': 'no document',
      'other/c.yaml': open,
    });
    const { output, log, error } = await run();
    expect(error).toBeUndefined();
    expect(output).toEqual({
      verdict: 'pass',
      bundleDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      counts: {
        pass: 4,
        fail: 0,
        blocking: 0,
        advising: 0,
        unknown: 0,
        skip: 2,
      },
      blocking: [],
      documents: [
        {
          path: 'infra/a.yaml',
          digest: `sha256:${createHash('sha256').update(closed).digest('hex')}`,
          verdict: 'pass',
        },
        expect.objectContaining({ path: 'infra/b.yaml', verdict: 'pass' }),
      ],
    });
    expect(log).toEqual([
      `info: 2 documents checked: 4 pass, 0 fail and block, 0 fail as advice, 0 unknown, 2 don't apply. The bundle is ${output.bundleDigest}`,
    ]);
  });

  it.each([false, true])(
    'fails where a rule blocks, and says where and how to comply (dry run: %s)',
    async isDryRun => {
      workspace.setContent({
        'infra/a.yaml': bucket('PublicRead'),
        'infra/b.yaml': closed,
      });
      const { output, log, error } = await run({}, { isDryRun });
      expect(error?.name).toBe('InputError');
      expect(error?.message).toBe(
        "The documents don't pass the rules for production: Buckets are private [acme/bucket_is_private] fail and block. The log says where, and how to comply",
      );
      expect(output).toMatchObject({
        verdict: 'fail',
        counts: { pass: 2, fail: 2, blocking: 1, advising: 1 },
        blocking: ['Buckets are private [acme/bucket_is_private]'],
        documents: [
          { path: 'infra/a.yaml', verdict: 'fail' },
          { path: 'infra/b.yaml', verdict: 'pass' },
        ],
      });
      expect(log).toEqual([
        'warn: Buckets are private [acme/bucket_is_private] fails (block), critical, in infra/a.yaml. Why: /paved-road/rules/acme/bucket_is_private',
        'warn:   infra/a.yaml:5 (Logs): The bucket can be read by others',
        'warn:   Fix: Set AccessControl to Private.',
        'warn: Buckets have names [acme/bucket_is_named] fails (advise), low, in infra/a.yaml. Why: /paved-road/rules/acme/bucket_is_named',
        expect.stringMatching(/infra\/a.yaml:\d+ \(Logs\): .*[^.]$/),
        expect.stringMatching(/^warn: {3}Fix: Give it a name/),
        expect.stringMatching(/^info: 2 documents checked: 2 pass, 1 fail and/),
      ]);
    },
  );

  it('goes on where rules only advise', async () => {
    workspace.setContent({ 'infra/a.yaml': unnamed });
    const { output, log, error } = await run();
    expect(error).toBeUndefined();
    expect(output).toMatchObject({ verdict: 'fail', counts: { advising: 1 } });
    expect(log.join('\n')).toMatch(/Buckets have names .* fails \(advise\)/);
    workspace.setContent({ 'infra/a.yaml': open });
    const development = await run({ environment: 'development' });
    expect(development.error).toBeUndefined();
    expect(development.output.counts).toMatchObject({ blocking: 0, fail: 1 });
  });

  it('only warns where it is told to', async () => {
    workspace.setContent({ 'infra/a.yaml': open });
    const { output, log, error } = await run({ onFailure: 'warn' });
    expect(error).toBeUndefined();
    expect(output.verdict).toBe('fail');
    expect(log.at(-1)).toMatch(
      /^warn: The task goes on all the same: .*bucket_is_private\] fail and block/,
    );
  });

  it('does not let through what can’t be checked, whatever else advises', async () => {
    workspace.setContent({
      'infra/a.yaml': 'Resources: {\n',
      'infra/b.yaml': unnamed,
    });
    const { output, log, error } = await run();
    expect(error?.message).toMatch(
      /for production: acme\/.*acme\/bucket_is_private.* can't be told/,
    );
    expect(output).toMatchObject({
      verdict: 'fail',
      counts: { unknown: 3, blocking: 0, advising: 1 },
      documents: [{ verdict: 'unknown' }, { verdict: 'fail' }],
    });
    expect(log.join('\n')).toMatch(/infra\/a.yaml can't be checked: it /);
    workspace.setContent({ 'infra/a.yaml': 'Resources: {\n' });
    expect((await run()).output.verdict).toBe('unknown');
  });

  it('checks against all packs, in the default environment, where none is named', async () => {
    workspace.setContent({ 'infra/a.yaml': open });
    const { log, error } = await run({
      packs: undefined,
      environment: undefined,
    });
    expect(log.join('\n')).toMatch(/\[other\/bucket_is_private\]/);
    expect(`${error?.message}${log}`).toMatch(/\[acme\/bucket_is_private\]/);
  });

  it('tells the portal’s refusal of an unknown environment', async () => {
    workspace.setContent({ 'infra/a.yaml': closed });
    const { error } = await run({ environment: 'moon' });
    expect(error?.message).toMatch(/The portal answers with 400.*moon/);
  });

  it('asks as whoever started the task', async () => {
    permissions.authorize.mockImplementation(async (requests, options) =>
      requests.map(() => ({
        result: JSON.stringify(options).includes(MIA)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    );
    workspace.setContent({ 'infra/a.yaml': closed });
    const { error, output } = await run();
    expect(error?.message).toMatch(/The portal answers with 403/);
    expect(output).toEqual({});
  });

  it('keeps the verdict where the user may not read the rules', async () => {
    permissions.authorize.mockImplementation(async requests =>
      requests.map(({ permission }) => ({
        result: permission.name.startsWith('paved-road.rule')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    );
    workspace.setContent({ 'infra/a.yaml': open });
    const { log, error } = await run();
    expect(error?.message).toMatch(/: acme\/bucket_is_private fail and block/);
    expect(log.join('\n')).toMatch(/What is recorded of the rules can't be/);
    expect(log.join('\n')).toMatch(/infra\/a.yaml:5 \(Logs\)/);
  });

  it('tells a stranger’s text on one line', async () => {
    workspace.setContent({ 'infra/a\n\u001b[31mb.yaml': open });
    const { log } = await run({ documents: 'infra/*' });
    expect(log.join('')).toContain('infra/a [31mb.yaml:5');
    for (const sign of ['\n', '\u001b']) {
      expect(log.join('')).not.toContain(sign);
    }
  });

  it('bounds what it tells', async () => {
    workspace.setContent(
      Object.fromEntries(
        Array.from({ length: 35 }, (_, n) => [`infra/${n}.yaml`, open]),
      ),
    );
    const { log } = await run();
    expect(log.filter(line => line.includes('fails (block)'))).toHaveLength(30);
    expect(log).toContain('warn: And 5 more failures');
  });

  it.each(examples)('can do as the example: $description', async example => {
    workspace.setContent({
      'infra/a.yaml': closed,
      'plan.json': JSON.stringify({ Resources: {} }),
    });
    const [{ action, input }] = yaml.parse(example.example).steps;
    expect(action).toBe('paved-road:policy:check');
    const { error, output } = await run({ packs: undefined, ...input });
    expect(error).toBeUndefined();
    expect(output.verdict).toBe('pass');
  });
});
