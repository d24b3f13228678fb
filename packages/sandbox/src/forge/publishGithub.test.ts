import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  createPublishGithubAction,
  createPublishGithubPullRequestAction,
} from '@backstage/plugin-scaffolder-backend-module-github';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { TestForge, writeFiles } from './__testUtils__/forge';

// Octokit keeps a second between two writes.
jest.setTimeout(60_000);

describe('the scaffolder’s own actions for GitHub', () => {
  let forge: TestForge;
  let config: ConfigReader;
  let integrations: ScmIntegrations;

  beforeAll(async () => {
    forge = await TestForge.start({ ledger: { 'README.md': 'The ledger\n' } });
    const { host } = new URL(forge.url);
    config = new ConfigReader({
      integrations: {
        github: [
          { host, apiBaseUrl: `http://${host}/api/v3`, token: 'sandbox' },
        ],
      },
    });
    integrations = ScmIntegrations.fromConfig(config);
  });
  afterAll(() => forge.end());

  const repoUrl = (repo: string) =>
    `${new URL(forge.url).host}?owner=meridian&repo=${repo}`;

  const ask = async (path: string) =>
    JSON.parse(String((await forge.ask(`/api/v3${path}`)).body));

  async function workspace(files: Record<string, string>) {
    const directory = await mkdtemp(join(forge.directory, 'workspace-'));
    await writeFiles(directory, files);
    return directory;
  }

  async function publish(repo: string, files: Record<string, string>) {
    const action = createPublishGithubAction({ integrations, config });
    const logger = mockServices.logger.mock();
    const context = createMockActionContext({
      input: {
        repoUrl: repoUrl(repo),
        description: 'Answers for payments',
        topics: ['Payments'],
        defaultBranch: 'main',
        gitAuthorName: 'Mia Kowalski',
        gitAuthorEmail: 'mia@meridian.example',
        requireCodeOwnerReviews: true,
        requiredStatusCheckContexts: ['paved-road'],
      },
      logger,
      workspacePath: await workspace(files),
    });
    await action.handler(context);
    return { output: context.output, logger };
  }

  it('publish:github makes a repository that is protected', async () => {
    const { output, logger } = await publish('payouts', {
      'README.md': 'Payouts\n',
      'infra/template.yaml': 'Resources: {}\n',
    });
    expect(logger.warn).not.toHaveBeenCalled();
    expect(output).toHaveBeenCalledWith(
      'remoteUrl',
      `${forge.url}/meridian/payouts.git`,
    );
    expect(output).toHaveBeenCalledWith(
      'repoContentsUrl',
      `${forge.url}/meridian/payouts/blob/main`,
    );
    expect(await forge.readMain('payouts', 'infra/template.yaml')).toBe(
      'Resources: {}\n',
    );
    expect(await ask('/repos/meridian/payouts')).toMatchObject({
      description: 'Answers for payments',
      topics: ['payments'],
      private: true,
      default_branch: 'main',
    });
    const branch = '/repos/meridian/payouts/branches/main';
    const { commit } = await ask(branch);
    expect(output).toHaveBeenCalledWith('commitHash', commit.sha);
    expect(commit.commit.author.name).toBe('Mia Kowalski');
    expect(await ask(`${branch}/protection`)).toMatchObject({
      required_status_checks: { strict: true, contexts: ['paved-road'] },
      enforce_admins: { enabled: true },
      required_pull_request_reviews: { require_code_owner_reviews: true },
    });
    const clone = await forge.clone('payouts');
    await expect(
      forge.push(clone, 'Around it', { 'README.md': 'Mine\n' }),
    ).rejects.toThrow('GH006: Protected branch update failed');
  });

  it('publish:github takes no name that is taken', async () => {
    await expect(
      publish('ledger', { 'README.md': 'Another one\n' }),
    ).rejects.toThrow('name already exists on this account');
    expect(await forge.readMain('ledger', 'README.md')).toBe('The ledger\n');
  });

  it('publish:github:pull-request proposes a change, and renews it', async () => {
    const propose = async (update: boolean, files: Record<string, string>) => {
      const action = createPublishGithubPullRequestAction({
        integrations,
        config,
      });
      const context = createMockActionContext({
        input: {
          repoUrl: repoUrl('ledger'),
          branchName: 'adopt/paved-road',
          title: 'Adopt the paved road',
          description: 'So that it can be deployed.',
          gitAuthorName: 'Priya Raman',
          gitAuthorEmail: 'priya@meridian.example',
          filesToDelete: ['README.md', 'gone.txt'],
          update,
        },
        workspacePath: await workspace(files),
      });
      await action.handler(context);
      return context.output;
    };
    const output = await propose(false, { 'catalog-info.yaml': 'a: ü\n' });
    const page = `${forge.url}/meridian/ledger/pull/1`;
    expect(output).toHaveBeenCalledWith('remoteUrl', page);
    expect(output).toHaveBeenCalledWith('pullRequestNumber', 1);
    expect(output).toHaveBeenCalledWith('targetBranchName', 'main');
    const files = () => ask('/repos/meridian/ledger/pulls/1/files');
    expect(await files()).toMatchObject([
      { filename: 'README.md', status: 'removed' },
      { filename: 'catalog-info.yaml', status: 'added', additions: 1 },
    ]);
    const [commit] = await ask('/repos/meridian/ledger/pulls/1/commits');
    expect(commit.commit.author.name).toBe('Priya Raman');

    await expect(propose(false, { 'b.yaml': 'b\n' })).rejects.toThrow(
      'Pull request creation failed',
    );
    await propose(true, { 'b.yaml': 'b\n' });
    expect(await files()).toMatchObject([
      { filename: 'README.md', status: 'removed' },
      { filename: 'b.yaml', status: 'added' },
    ]);
  });
});
