import { join } from 'node:path';
import { forwardTo } from '../__testUtils__/portal';
import {
  commit,
  naming,
  usePipelinePortal,
} from '../__testUtils__/pipelinePortal';

jest.setTimeout(60_000);

describe('a result that paved-road check --portal posts', () => {
  const { startPlugin, startPortal, workspace } = usePipelinePortal();

  it('is kept by the portal, which says what it judges', async () => {
    const { check, results } = await startPortal();
    const ended = await check('infra/good.yaml', ...naming());
    expect(ended.stderr).toBe(
      "By the portal's judgement the pipeline stage of the run build:42 of component:default/ledger passes for production.\n",
    );
    expect(ended.stdout).toContain('Nothing blocks.');
    expect(ended.exitCode).toBe(0);
    expect(await results('/build:42')).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/ledger',
        pipeline: { id: 'platform', title: 'platform' },
        commit,
        environment: 'production',
        stage: 'pipeline',
        outcome: 'passed',
        verdict: 'pass',
        url: 'https://ci.example.com/42',
        documents: [
          { path: 'infra/good.yaml', digest: expect.stringMatching(/^sha256/) },
        ],
        heldRules: ['acme/BUCKET_HAS_TAGS', 'acme/BUCKET_IS_PRIVATE'],
      }),
    ]);
  });

  it('is kept with its failures, and leaves the report as it is', async () => {
    const { check, results } = await startPortal();
    const args = ['infra/bad.yaml', '--format', 'sarif'];
    const alone = await check(...args);
    const ended = await check(...args, ...naming({ '--stage': 'deployed' }));
    expect(ended.stdout).toBe(alone.stdout);
    expect(ended.stderr).toMatch(
      /deployed stage .* fails for production\.\n {2}Fail and block here: acme\/BUCKET_IS_PRIVATE\n/,
    );
    expect(ended.exitCode).toBe(1);
    expect(await results('/build:42')).toMatchObject([
      {
        stage: 'deployed',
        outcome: 'failed',
        verdict: 'fail',
        results: [
          {
            rule: 'acme/BUCKET_IS_PRIVATE',
            findings: [{ document: 'infra/bad.yaml', line: 5 }],
          },
        ],
      },
    ]);
  });

  it('is the same one again, wherever and in whatever order it is checked', async () => {
    const { check, results } = await startPortal();
    const free = [...naming(), '--environment', 'development'];
    const here = await check('infra/bad.yaml', 'infra/good.yaml', ...free);
    workspace().cwd = join(workspace().path, 'other');
    const bad = join(workspace().path, 'infra/bad.yaml');
    const there = await check('../infra/good.yaml', bad, ...free);
    expect(here.exitCode).toBe(0);
    expect([there.exitCode, there.stderr]).toEqual([0, here.stderr]);
    expect(await results()).toHaveLength(1);
    expect(await results('/build:42')).toMatchObject([
      { documents: [{ path: 'infra/bad.yaml' }, { path: 'infra/good.yaml' }] },
    ]);
  });

  it('does not pass where another result of the run is kept', async () => {
    const { check } = await startPortal();
    await check('infra/good.yaml', ...naming());
    const ended = await check(
      'infra/good.yaml',
      ...naming({ '--commit': 'b'.repeat(40) }),
    );
    expect(ended.stderr).toContain("doesn't take the result (409)");
    expect(ended.stderr).toContain('begin a new run');
    expect(ended.exitCode).toBe(2);
  });

  it('is not complete where a document can’t be read, and kept nevertheless', async () => {
    const { check, results } = await startPortal();
    workspace().write({ 'infra/broken.yaml': 'Resources: [' });
    const ended = await check('infra', ...naming());
    expect(ended.exitCode).toBe(2);
    expect(await results()).toMatchObject([
      { outcome: 'failed', verdict: 'fail' },
    ]);
  });

  it.each([
    ['has other rules by then', ['other'], 1, 'fails', /but \S+ is in force/],
    [
      'has lost rules by then',
      ['portal/rules', 'gone'],
      2,
      'is unknown',
      /packs could not be loaded: .*gone/,
    ],
  ])(
    'does not pass where the portal %s, though the check did',
    async (_, packs, exitCode, verdict, reason) => {
      const { check } = await startPortal(forwardTo(await startPlugin(packs)));
      const ended = await check('infra/good.yaml', ...naming());
      expect(ended.stdout).toContain('Nothing blocks.');
      expect(ended.stderr).toContain(`${verdict} for production`);
      expect(ended.stderr).toMatch(reason);
      expect(ended.exitCode).toBe(exitCode);
    },
  );
});
