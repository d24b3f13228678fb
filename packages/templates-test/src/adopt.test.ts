import { Entity } from '@backstage/catalog-model';
import {
  CALLER_WORKFLOW_PATH,
  platformCodeOwners,
  renderCallerWorkflow,
} from '@paved-road/backstage-plugin-paved-road-common';
import { parse } from 'yaml';
import { readBuild } from './__testUtils__/builds';
import { channel } from './__testUtils__/channelStandIn';
import { goldenPaths } from './__testUtils__/goldenPaths';
import { useForge } from './__testUtils__/useForge';
import { useTasks } from './__testUtils__/useTasks';

// Octokit keeps a second between two writes.
jest.setTimeout(120_000);

const ACTION = '.github/actions/build/action.yml';

const described = (name: string, annotations = '') => `# Kept by hand.
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
${annotations}spec:
  type: service
  lifecycle: production
  owner: group:default/${name}
`;

const OPEN_BUCKET = `Resources:
  Statements:
    Type: AWS::S3::Bucket
    Properties:
      AccessControl: PublicRead
`;

const repository = (name: string, annotations?: string) => ({
  'README.md': `${name}\n`,
  'catalog-info.yaml': described(name, annotations),
  'infra/template.yaml': OPEN_BUCKET,
  CODEOWNERS: `* @meridian/${name}\n`,
});

const answers = {
  stage: 'propose',
  documents: 'infra/*.yaml',
  origin: 'repository',
  pipeline: 'github-actions',
};

describe('adopt', () => {
  const path = goldenPaths.find(({ name }) => name === 'adopt')!;
  const { forge, octokit, read, push } = useForge({
    ledger: repository('ledger'),
    payouts: {
      ...repository('payouts'),
      [ACTION]: '# Ours\nruns: {}\n',
      'src/big.txt': 'x\n'.repeat(1000),
    },
    statements: repository(
      'statements',
      "  annotations:\n    paved-road.io/golden-path: template:default/lambda-api\n    paved-road.io/golden-path-version: '1.0.0'\n",
    ),
    monorepo: {
      CODEOWNERS: '* @meridian/many\n',
      'services/fees/catalog-info.yaml': described('fees'),
      'services/fees/infra/template.yaml': OPEN_BUCKET,
    },
    tariffs: repository('tariffs'),
    treasury: repository('treasury'),
  });

  const component = (
    name: string,
    location: string,
    annotations: Record<string, string> = {},
  ): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': location,
        ...annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', owner: name },
  });
  const at = (repo: string, file = 'catalog-info.yaml') =>
    `url:${forge().url}/meridian/${repo}/blob/main/${file}`;

  const { runTask } = useTasks({
    path,
    forgeUrl: () => forge().url,
    entities: () => [
      component('ledger', at('ledger')),
      component('payouts', at('payouts')),
      component('statements', at('statements'), {
        'paved-road.io/golden-path': 'template:default/lambda-api',
      }),
      component('fees', at('monorepo', 'services/fees/catalog-info.yaml')),
      // Says that it lies where somebody else's does.
      component('tariffs', at('tariffs'), {
        'backstage.io/source-location': `url:${forge().url}/meridian/treasury/`,
        'github.com/project-slug': 'meridian/treasury',
      }),
      component('treasury', at('treasury')),
      component('by-hand', 'file:/srv/catalog/by-hand.yaml'),
    ],
  });

  const run = (name: string, more: Record<string, unknown> = {}) =>
    runTask({ ...answers, component: `component:default/${name}`, ...more });

  const pulls = async (repo: string) =>
    (
      await octokit().rest.pulls.list({
        owner: 'meridian',
        repo,
        state: 'open',
      })
    ).data;
  const filesOf = async (repo: string, pull_number: number) =>
    (
      await octokit().rest.pulls.listFiles({
        owner: 'meridian',
        repo,
        pull_number,
      })
    ).data
      .map(({ filename }) => filename)
      .sort();
  const merge = async (repo: string) => {
    const [{ number }] = await pulls(repo);
    await octokit().rest.pulls.merge({
      owner: 'meridian',
      repo,
      pull_number: number,
    });
  };

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
      /rules of production say today:\*\* fail, with [1-9]\d* results that would block/,
    );
    expect(pull.body).toContain('the check `paved-road / verdict`');
    expect(pull.body).not.toMatch(/undefined|\$\{\{/);
    expect(log.join('\n')).toMatch(/s3_bucket/);

    const branch = 'adopt-the-paved-road';
    expect(await read('ledger', CALLER_WORKFLOW_PATH, branch)).toBe(
      renderCallerWorkflow({
        workflow: channel.githubActions!.workflow,
        ref: channel.githubActions!.refs[0],
        service: 'component:default/ledger',
        documents: 'infra/*.yaml',
        branch: 'main',
      }),
    );
    expect(await read('ledger', 'CODEOWNERS', branch)).toBe(
      `* @meridian/ledger\n\n${platformCodeOwners('@meridian/platform')}`,
    );
    const entity = await read('ledger', 'catalog-info.yaml', branch);
    expect(entity).toMatch(/^# Kept by hand\./);
    expect(parse(entity!).metadata.annotations).toEqual({
      'paved-road.io/documents': 'infra/*.yaml',
      'paved-road.io/golden-path': 'template:default/adopt',
      'paved-road.io/golden-path-version': '1.0.0',
      'paved-road.io/pipeline': 'github-actions:meridian/ledger',
    });
    const build = await read('ledger', ACTION, branch);
    expect(
      readBuild([{ path: ACTION, content: build! }], 'github-actions'),
    ).toMatchObject({ artifacts: ['infra/*.yaml'], other: [] });
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
    expect(
      await read('ledger', CALLER_WORKFLOW_PATH, 'adopt-the-paved-road'),
    ).toContain('documents: "infra/template.yaml"');
    await run('ledger');
  });

  it('protects the branch after the merge, and as often as it is asked', async () => {
    await merge('ledger');
    for (let time = 0; time < 2; time++) {
      const { status, error, links } = await run('ledger', {
        stage: 'connect',
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
    expect(
      await read('ledger', CALLER_WORKFLOW_PATH, 'adopt-the-paved-road'),
    ).toContain('paved-road.yml@v2');
  });

  it('leaves a build alone that is there', async () => {
    expect((await run('payouts')).status).toBe('completed');
    const [pull] = await pulls('payouts');
    expect(await filesOf('payouts', pull.number)).not.toContain(ACTION);
    expect(await read('payouts', ACTION, 'adopt-the-paved-road')).toBe(
      '# Ours\nruns: {}\n',
    );
  });

  it('leaves a service with the golden path that it came from', async () => {
    const { status } = await run('statements', {
      pipeline: 'service-catalog',
      origin: 'build',
    });
    expect(status).toBe('completed');
    const [pull] = await pulls('statements');
    expect(await filesOf('statements', pull.number)).toEqual([
      'CODEOWNERS',
      'buildspec.yml',
      'catalog-info.yaml',
    ]);
    expect(pull.body).toContain('nothing yet, since the build writes');
    const branch = 'adopt-the-paved-road';
    const entity = parse(
      (await read('statements', 'catalog-info.yaml', branch))!,
    );
    expect(entity.metadata.annotations).toEqual({
      'paved-road.io/documents': 'infra/*.yaml',
      'paved-road.io/golden-path': 'template:default/lambda-api',
      'paved-road.io/golden-path-version': '1.0.0',
      'paved-road.io/pipeline': 'service-catalog:statements-pipeline',
    });
    const content = (await read('statements', 'buildspec.yml', branch))!;
    expect(
      readBuild([{ path: 'buildspec.yml', content }], 'service-catalog'),
    ).toMatchObject({ artifacts: ['infra/*.yaml'] });
  });

  it('finds a service that shares its repository', async () => {
    const { status, error } = await run('fees', {
      documents: 'services/fees/infra/*.yaml',
    });
    expect([status, error]).toEqual(['completed', undefined]);
    const [pull] = await pulls('monorepo');
    expect(await filesOf('monorepo', pull.number)).toEqual([
      ACTION,
      CALLER_WORKFLOW_PATH,
      'CODEOWNERS',
      'services/fees/catalog-info.yaml',
    ]);
  });

  it('goes where the catalog has a service from, not where it says it lies', async () => {
    expect((await run('tariffs')).status).toBe('completed');
    expect(await pulls('treasury')).toEqual([]);
    expect(await pulls('tariffs')).toHaveLength(1);
  });

  it('touches nothing for a service that comes from no repository, or is none', async () => {
    expect((await run('by-hand')).status).toBe('failed');
    expect((await run('nobody')).status).toBe('failed');
  });

  it('stops where no document is found, and proposes nothing', async () => {
    const { status, error } = await run('treasury', {
      documents: 'cdk/*.json',
    });
    expect(status).toBe('failed');
    expect(error).toBeDefined();
    expect(await pulls('treasury')).toEqual([]);
  });
});
