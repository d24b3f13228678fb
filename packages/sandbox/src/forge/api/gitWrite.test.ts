import { TestForge } from '../__testUtils__/forge';

describe('what is written through the API', () => {
  let forge: TestForge;
  const at = { owner: 'meridian', repo: 'ledger' };

  beforeAll(async () => {
    forge = await TestForge.start({
      ledger: { 'README.md': 'The ledger\n', 'infra/a.yaml': 'a: 1\n' },
    });
  });
  afterAll(() => forge.end());

  const main = async () => {
    const { data } = await forge
      .octokit()
      .rest.repos.getCommit({ ...at, ref: 'main' });
    return data;
  };

  it('becomes a branch by way of blobs, a tree and a commit', async () => {
    const { git } = forge.octokit().rest;
    const { sha, commit } = await main();
    const bytes = Buffer.from([0, 255, 1]);
    const blob = await git.createBlob({
      ...{ ...at, content: bytes.toString('base64'), encoding: 'base64' },
    });
    const tree = await git.createTree({
      ...{ ...at, base_tree: commit.tree.sha },
      tree: [
        { path: 'logo.bin', mode: '100644', sha: blob.data.sha },
        { path: 'run.sh', mode: '100755', content: 'echo ü\n' },
        { path: 'README.md', mode: '100644', sha: null },
      ],
    });
    const written = await git.createCommit({
      ...{ ...at, tree: tree.data.sha, parents: [sha] },
      message: 'Say why\n\nAt length.',
      author: { name: 'Elif Demir', email: 'elif@meridian.example' },
    });
    const ref = 'refs/heads/feature/logo';
    await git.createRef({ ...at, ref, sha: written.data.sha });
    const clone = await forge.clone('ledger');
    await forge.git(clone, 'switch', '--quiet', 'feature/logo');
    expect(await forge.git(clone, 'ls-files', '-s')).toMatch(
      /^100644 .*infra\/a.yaml\n100644 .*logo.bin\n100755 .*run.sh$/,
    );
    expect(await forge.git(clone, 'log', '-1', '--format=%an: %B')).toBe(
      'Elif Demir: Say why\n\nAt length.',
    );
    const got = await git.getRef({ ...at, ref: 'heads/feature/logo' });
    expect(got.data.object.sha).toBe(written.data.sha);
  });

  it('moves a branch back only where it is told to', async () => {
    const { git } = forge.octokit().rest;
    const clone = await forge.clone('ledger');
    const sha = await forge.pushBranch(clone, 'back', { 'x.txt': 'x\n' });
    const move = { ...at, ref: 'heads/back', sha: (await main()).sha };
    await expect(git.updateRef(move)).rejects.toThrow(
      'Update is not a fast forward',
    );
    await git.updateRef({ ...move, force: true });
    const got = await git.getRef({ ...at, ref: 'heads/back' });
    expect(got.data.object.sha).toBe(move.sha);
    // What was there can still be found.
    await forge.octokit().rest.repos.getCommit({ ...at, ref: sha });
    await expect(git.updateRef({ ...move, ref: 'heads/gone' })).rejects.toThrow(
      'Reference does not exist',
    );
  });

  it.each([
    '../outside',
    '/etc/passwd',
    '.git/config',
    'a/.GIT/hooks/update',
    'a//b',
    'a/../b',
    'git~1/config',
    'a\nb',
    '',
  ])('takes no file at %j', async path => {
    await expect(
      forge.octokit().rest.git.createTree({
        ...at,
        tree: [{ path, mode: '100644', content: 'x' }],
      }),
    ).rejects.toThrow(/malformed path component|git takes no file at/);
  });

  it.each([
    'refs/heads/-x',
    'refs/heads/a..b',
    'refs/heads/a b',
    'refs/heads/a\nupdate refs/heads/main',
    'refs/sandbox/seed',
    'refs/heads/',
  ])('makes no ref %j', async ref => {
    const { sha } = await main();
    await expect(
      forge.octokit().rest.git.createRef({ ...at, ref, sha }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('refers only to what is there', async () => {
    const { git } = forge.octokit().rest;
    const { sha, commit } = await main();
    const nothing = 'f'.repeat(40);
    const message = 'x';
    for (const given of [
      { message, tree: nothing },
      { message, tree: sha },
      { message, tree: commit.tree.sha, parents: [nothing] },
      { message: '', tree: commit.tree.sha },
      {
        ...{ message, tree: commit.tree.sha },
        author: { name: 'a\nb', email: 'a@b' },
      },
    ]) {
      await expect(git.createCommit({ ...at, ...given })).rejects.toMatchObject(
        { status: 422 },
      );
    }
    await expect(
      git.createRef({ ...at, ref: 'refs/heads/none', sha: nothing }),
    ).rejects.toMatchObject({ status: 422 });
  });

  it('answers no other question of GraphQL', async () => {
    await expect(
      forge.octokit().graphql('query { viewer { login } }'),
    ).rejects.toThrow('only answers which open pull request');
  });
});
