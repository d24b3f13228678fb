import { TestForge } from '../__testUtils__/forge';

const PROTECTION = {
  required_status_checks: { strict: false, contexts: ['paved-road'] },
  enforce_admins: true,
  required_pull_request_reviews: { require_code_owner_reviews: true },
  restrictions: null,
};

describe('the protection of branches', () => {
  let forge: TestForge;
  const at = (repo: string) => ({ owner: 'meridian', repo, branch: 'main' });

  const protect = (repo: string) =>
    forge.octokit().rest.repos.updateBranchProtection({
      ...at(repo),
      ...PROTECTION,
    });

  beforeAll(async () => {
    const files = { 'README.md': 'Protected\n' };
    forge = await TestForge.start({
      ledger: files,
      cards: files,
      vault: files,
      loans: files,
    });
  });
  afterAll(() => forge.end());

  it('refuses a push to a protected branch, and takes one to another', async () => {
    await protect('ledger');
    const clone = await forge.clone('ledger');
    await expect(
      forge.push(clone, 'Around it', { 'README.md': 'Mine\n' }),
    ).rejects.toThrow(/GH006.*refs\/heads\/main[^]*through a pull request/);
    await expect(
      forge.git(clone, 'push', '--force', 'origin', 'HEAD:main', 'HEAD:mine'),
    ).rejects.toThrow('[remote rejected] HEAD -> main');
    expect(await forge.readMain('ledger', 'README.md')).toBe('Protected\n');
    const mine = await forge.ask('/raw/meridian/ledger/mine/README.md');
    expect(String(mine.body)).toBe('Mine\n');
    // A name that only begins as a protected one does, or would be a pattern.
    await forge.git(clone, 'push', '--quiet', 'origin', 'HEAD:main-2');
    await forge.git(clone, 'push', '--quiet', 'origin', 'HEAD:$(id)');
  });

  it('holds through the API as well', async () => {
    await protect('cards');
    const { git } = forge.octokit().rest;
    const to = { owner: 'meridian', repo: 'cards', ref: 'heads/main' };
    const clone = await forge.clone('cards');
    const sha = await forge.pushBranch(clone, 'mine', { 'README.md': 'M\n' });
    for (const force of [false, true]) {
      await expect(git.updateRef({ ...to, sha, force })).rejects.toThrow(
        'Protected branch update failed for refs/heads/main',
      );
    }
    await expect(
      git.createRef({ ...to, ref: 'refs/heads/main', sha }),
    ).rejects.toThrow('Reference already exists');
    expect(await forge.readMain('cards', 'README.md')).toBe('Protected\n');
  });

  it('tells how a branch is protected, and no longer holds it once that is taken away', async () => {
    const { repos } = forge.octokit().rest;
    await expect(repos.getBranchProtection(at('vault'))).rejects.toThrow(
      'Branch not protected',
    );
    await protect('vault');
    const { data } = await repos.getBranchProtection(at('vault'));
    expect(data).toMatchObject({
      required_status_checks: { strict: false, contexts: ['paved-road'] },
      enforce_admins: { enabled: true },
      required_pull_request_reviews: {
        require_code_owner_reviews: true,
        required_approving_review_count: 1,
      },
    });
    const isProtected = async () =>
      (await repos.getBranch(at('vault'))).data.protected;
    expect(await isProtected()).toBe(true);
    const page = String((await forge.ask('/meridian/vault')).body);
    expect(page).toContain('Must have passed: paved-road.');

    await repos.deleteBranchProtection(at('vault'));
    expect(await isProtected()).toBe(false);
    await expect(
      repos.deleteBranchProtection(at('vault')),
    ).rejects.toMatchObject({ status: 404 });
    const clone = await forge.clone('vault');
    await forge.push(clone, 'Now it is taken', { 'README.md': 'Open\n' });
    expect(await forge.readMain('vault', 'README.md')).toBe('Open\n');
  });

  it('still holds after a restart', async () => {
    await protect('loans');
    forge = await forge.restart();
    const clone = await forge.clone('loans');
    await expect(
      forge.push(clone, 'After the restart', { 'README.md': 'Mine\n' }),
    ).rejects.toThrow('GH006');
  });

  it('protects no branch that is not there, and nothing by half an order', async () => {
    const { repos } = forge.octokit().rest;
    await expect(
      repos.updateBranchProtection({
        ...at('vault'),
        branch: 'gone',
        ...PROTECTION,
      }),
    ).rejects.toThrow('Branch not found');
    const { status, body } = await forge.ask(
      '/api/v3/repos/meridian/vault/branches/main/protection',
      {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: Buffer.from(JSON.stringify({ enforce_admins: true })),
      },
    );
    expect(status).toBe(422);
    expect(JSON.parse(String(body)).message).toContain(
      'required_status_checks',
    );
  });

  it('takes the first push of an empty repository, whatever its branch', async () => {
    const { repos } = forge.octokit().rest;
    const { data } = await repos.createInOrg({ org: 'meridian', name: 'new' });
    expect(String((await forge.ask('/meridian/new')).body)).toContain(
      'This repository is empty',
    );
    const clone = await forge.clone('vault');
    await forge.git(clone, 'push', '--quiet', data.clone_url, 'HEAD:trunk');
    const { data: pushed } = await repos.get({
      owner: 'meridian',
      repo: 'new',
    });
    expect(pushed.default_branch).toBe('trunk');
    await repos.updateBranchProtection({
      ...{ owner: 'meridian', repo: 'new', branch: 'trunk' },
      ...PROTECTION,
    });
    await forge.git(clone, 'commit', '--quiet', '--allow-empty', '-m', 'More');
    await expect(
      forge.git(clone, 'push', data.clone_url, 'HEAD:trunk'),
    ).rejects.toThrow('GH006');
  });

  it('makes repositories under sound names only, and deletes none', async () => {
    const { repos, orgs } = forge.octokit().rest;
    for (const name of ['../ledger', 'a b', '-x', 'x.git', '', 'ü']) {
      await expect(
        repos.createInOrg({ org: 'meridian', name }),
      ).rejects.toMatchObject({ status: 422 });
    }
    await expect(
      repos.createInOrg({ org: 'nobody', name: 'any' }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(orgs.get({ org: 'nobody' })).rejects.toThrow('Not Found');
    await expect(
      repos.delete({ owner: 'meridian', repo: 'ledger' }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
