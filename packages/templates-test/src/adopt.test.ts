import {
  CALLER_WORKFLOW_PATH,
  platformCodeOwners,
  renderCallerWorkflow,
} from '@paved-road/backstage-plugin-paved-road-common';
import { parse } from 'yaml';
import { readBuild } from './__testUtils__/builds';
import { channel } from './__testUtils__/channelStandIn';
import {
  ACTION,
  BRANCH,
  repository,
  useAdoption,
} from './__testUtils__/useAdoption';

// Octokit keeps a second between two writes.
jest.setTimeout(120_000);

describe('a repository that adopts the paved road', () => {
  const { filesOf, merge, octokit, pulls, push, read, run } = useAdoption({
    repositories: { ledger: repository('ledger') },
    services: { ledger: { repository: 'ledger' } },
  });

  it('proposes the wiring, and nothing else, with what production says today', async () => {
    const { status, error, links, log } = await run('ledger');
    expect([status, error]).toEqual(['completed', undefined]);
    const [pull, ...others] = await pulls('ledger');
    expect(others).toEqual([]);
    expect(links).toMatchObject({ 'The pull request': pull.html_url });
    expect(links).not.toHaveProperty('What holds its way to production');
    expect(await filesOf('ledger', pull.number)).toEqual([
      ACTION,
      CALLER_WORKFLOW_PATH,
      'CODEOWNERS',
      'catalog-info.yaml',
    ]);
    expect(pull.title).toBe('Adopt the paved road');
    expect(pull.body).toMatch(
      /rules of production say today:\*\* they would stop it[^]*:\n\n- .* \[\S+s3_bucket\S+\]\n/,
    );
    expect(pull.body).toContain('the check `paved-road / verdict`');
    expect(pull.body).not.toMatch(/undefined|\$\{\{/);
    expect(log.join('\n')).toMatch(/s3_bucket/);

    expect(await read('ledger', CALLER_WORKFLOW_PATH, BRANCH)).toBe(
      renderCallerWorkflow({
        workflow: channel.githubActions!.workflow,
        ref: channel.githubActions!.refs[0],
        service: 'component:default/ledger',
        documents: 'infra/*.yaml',
        branch: 'main',
      }),
    );
    expect(await read('ledger', 'CODEOWNERS', BRANCH)).toBe(
      `* @meridian/ledger\n\n${platformCodeOwners('@meridian/platform')}`,
    );
    const entity = await read('ledger', 'catalog-info.yaml', BRANCH);
    expect(entity).toMatch(/^# Kept by hand\./);
    expect(parse(entity!).metadata.annotations).toEqual({
      'paved-road.io/documents': 'infra/*.yaml',
      'paved-road.io/golden-path': 'template:default/adopt',
      'paved-road.io/golden-path-version': '1.0.0',
      'paved-road.io/pipeline': 'github-actions:meridian/ledger',
    });
    const build = await read('ledger', ACTION, BRANCH);
    expect(
      readBuild([{ path: ACTION, content: build! }], 'github-actions'),
    ).toMatchObject({ artifacts: ['infra/*.yaml', 'CODEOWNERS'], other: [] });
    expect(await read('ledger', CALLER_WORKFLOW_PATH)).toBeUndefined();
  });

  it('protects nothing before the merge', async () => {
    const { status, error } = await run('ledger', { stage: 'connect' });
    expect(status).toBe('failed');
    expect(error).toMatch(/merge/i);
    await push('ledger', { 'README.md': 'Still free\n' });
  });

  it('asked again renews its pull request instead of opening another', async () => {
    const [before] = await pulls('ledger');
    const { status } = await run('ledger', {
      documents: 'infra/template.yaml',
    });
    expect(status).toBe('completed');
    const after = await pulls('ledger');
    expect(after.map(({ number }) => number)).toEqual([before.number]);
    expect(await read('ledger', CALLER_WORKFLOW_PATH, BRANCH)).toContain(
      'documents: "infra/template.yaml"',
    );
    await run('ledger');
  });

  it('protects the branch after the merge, and as often as it is asked', async () => {
    await merge('ledger');
    for (const documents of ['infra/*.yaml', undefined]) {
      const { status, error, links } = await run('ledger', {
        stage: 'connect',
        documents,
      });
      expect([status, error]).toEqual(['completed', undefined]);
      expect(links).toHaveProperty('What holds its way to production');
      expect(links).not.toHaveProperty('The pull request');
    }
    const { data } = await octokit().rest.repos.getBranchProtection({
      owner: 'meridian',
      repo: 'ledger',
      branch: 'main',
    });
    expect(data).toMatchObject({
      required_status_checks: { contexts: ['paved-road / verdict'] },
      required_pull_request_reviews: { require_code_owner_reviews: true },
      enforce_admins: { enabled: true },
    });
    await expect(
      push('ledger', { 'README.md': 'Around it\n' }),
    ).rejects.toThrow(/Protected branch/);
  });

  it('proposes nothing where all is there', async () => {
    const { status, links } = await run('ledger');
    expect(status).toBe('completed');
    expect(links).not.toHaveProperty('The pull request');
    expect(await pulls('ledger')).toEqual([]);
  });

  it('moves the pinned version, and only that, where a newer one is to be taken', async () => {
    const { refs } = channel.githubActions!;
    channel.githubActions!.refs = ['v2', 'v1'];
    try {
      expect((await run('ledger')).status).toBe('completed');
    } finally {
      channel.githubActions!.refs = refs;
    }
    const [pull] = await pulls('ledger');
    expect(await filesOf('ledger', pull.number)).toEqual([
      CALLER_WORKFLOW_PATH,
    ]);
    expect(await read('ledger', CALLER_WORKFLOW_PATH, BRANCH)).toContain(
      'paved-road.yml@v2',
    );
  });
});
