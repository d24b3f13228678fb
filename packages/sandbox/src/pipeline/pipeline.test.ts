import { CALLER_WORKFLOW_PATH } from '@paved-road/backstage-plugin-paved-road-common';
import {
  action,
  caller,
  PRIVATE,
  PUBLIC,
  TestPipeline,
  wired,
} from './__testUtils__/TestPipeline';
import { TestPortal } from './__testUtils__/TestPortal';

jest.setTimeout(120_000);

const VERDICT = 'paved-road / verdict';
const DEPLOY = 'paved-road / deploy';

const ENDS_AT_ONCE = { '.github/actions/build/action.yml': action('exit 7') };

describe('the sandbox’s pipeline', () => {
  let portal: TestPortal;
  let pipeline: TestPipeline;

  beforeAll(async () => {
    portal = await TestPortal.start(['ledger']);
    pipeline = await TestPipeline.start(portal, {
      ledger: wired('ledger'),
      plain: { 'infra/template.yaml': PRIVATE },
    });
  });
  afterAll(async () => {
    await pipeline.end();
    await portal.stop();
  });

  it('stops a violation with its rule, and brings the fix to production', async () => {
    const first = await pipeline.main('ledger');
    expect(first).toMatchObject({ state: 'passed', event: 'push' });
    await pipeline.protect('ledger');

    const bad = await pipeline.propose('ledger', 'open-it', {
      'infra/template.yaml': PUBLIC,
    });
    const stopped = await pipeline.over('ledger', bad.sha);
    expect(stopped).toMatchObject({
      state: 'stopped',
      event: 'pull-request',
      pull: 1,
      findings: [
        {
          rule: 'acme/BUCKET_IS_PRIVATE',
          document: 'infra/template.yaml',
          remediation: 'Set AccessControl to Private.',
        },
      ],
    });
    expect(await pipeline.statuses('ledger', bad.sha)).toEqual({
      [VERDICT]: {
        state: 'failure',
        description: 'acme/BUCKET_IS_PRIVATE: Anyone can read the bucket.',
      },
    });
    await expect(bad.merge()).rejects.toMatchObject({ status: 405 });
    const page = await pipeline.page(`/meridian/ledger/runs/${stopped.id}`);
    expect(page).toContain('✗ Stopped');
    expect(page).toContain(
      'href="http://portal.example/paved-road/rules/acme/BUCKET_IS_PRIVATE"',
    );
    expect(page).toContain('Why: A public bucket is read within hours.');
    expect(page).toContain('To comply: Set AccessControl to Private.');

    const fixed = PRIVATE.replace('Logs', 'Receipts');
    const sha = await pipeline.push(bad.clone, 'open-it', {
      'infra/template.yaml': fixed,
    });
    expect(await pipeline.over('ledger', sha)).toMatchObject({
      state: 'passed',
    });
    await bad.merge();
    const deployed = await pipeline.main('ledger');
    expect(deployed).toMatchObject({
      state: 'passed',
      steps: [{ state: 'passed' }, { state: 'passed' }, { state: 'passed' }],
    });
    expect(await pipeline.statuses('ledger', 'main')).toMatchObject({
      [VERDICT]: { state: 'success' },
      [DEPLOY]: { state: 'success', description: 'Deployed, and checked' },
    });
    expect(await pipeline.template('ledger--template')).toBe(fixed);
    const [atLast, before] = await portal.results('ledger');
    const { sha: commit } = deployed;
    expect(atLast).toEqual({ stage: 'deployed', verdict: 'pass', commit });
    expect(before).toEqual({ stage: 'pipeline', verdict: 'pass', commit });
  });

  it('scans what was built, and not what lies in the repository', async () => {
    const { sha } = await pipeline.propose('ledger', 'sly', {
      '.github/actions/build/action.yml': action(
        'sed -i s/Private/PublicRead/ infra/template.yaml',
      ),
    });
    const run = await pipeline.over('ledger', sha);
    expect(run.state).toBe('stopped');
    expect(run.findings[0].rule).toBe('acme/BUCKET_IS_PRIVATE');
    const [newest] = await portal.results('ledger');
    expect(newest).toEqual({ stage: 'pipeline', verdict: 'fail', commit: sha });
  });

  it('says nothing of a branch whose workflow is not the platform’s, so that it can’t be merged', async () => {
    const texts = {
      another: caller('ledger', {
        workflow: 'evil/x/.github/workflows/paved-road.yml',
      }),
      none: 'name: paved-road\non: [push]\njobs: {}\n',
      unreadable: 'a: [\n',
      never: caller('ledger').replace(/branches: .*/g, 'branches: [never]'),
      path: caller('ledger', { documents: '../*.yaml' }),
    };
    const clone = await pipeline.forge.clone('ledger');
    const proposed = [];
    for (const [branch, text] of Object.entries(texts)) {
      const files = { [CALLER_WORKFLOW_PATH]: text };
      proposed.push(await pipeline.propose('ledger', branch, files, clone));
    }
    // One that comes after them is run, so all of them have been looked at.
    const last = await pipeline.propose('ledger', 'last', ENDS_AT_ONCE, clone);
    await pipeline.over('ledger', last.sha);
    for (const { merge, sha } of proposed) {
      expect(await pipeline.statuses('ledger', sha)).toEqual({});
      await expect(merge()).rejects.toMatchObject({
        message: expect.stringContaining('is expected'),
      });
    }
  });

  it('lets nobody else say that its check has passed', async () => {
    const { sha } = await pipeline.main('ledger');
    for (const context of [VERDICT, DEPLOY]) {
      await expect(
        pipeline.forge.octokit().rest.repos.createCommitStatus({
          ...{ owner: 'meridian', repo: 'ledger', sha, context },
          state: 'success',
        }),
      ).rejects.toMatchObject({ status: 422 });
    }
  });

  it('runs nothing for a repository that is not wired', async () => {
    expect(pipeline.runs('plain').read()).toEqual([]);
    expect(await pipeline.page('/meridian/plain/runs')).toContain('None yet');
    expect(await pipeline.page('/meridian/plain')).toContain(
      `href="${pipeline.forge.url}/meridian/plain/runs"`,
    );
  });

  it('runs again from its page, and takes that from no other page', async () => {
    const { sha } = await pipeline.propose('ledger', 'once', ENDS_AT_ONCE);
    const before = await pipeline.over('ledger', sha);
    const path = `/meridian/ledger/runs/${before.id}/again`;
    const post = (origin: string) =>
      pipeline.forge.ask(path, { method: 'POST', headers: { origin } });
    expect((await post('https://evil.example')).status).toBe(403);
    expect((await post('null')).status).toBe(403);
    const again = await pipeline.again('ledger', before.id);
    expect(again.id).not.toBe(before.id);
    expect(again).toMatchObject({
      state: 'stopped',
      again: { id: before.id, because: 'asked' },
    });
  });
});
