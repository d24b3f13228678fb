import { TestForge } from '../__testUtils__/forge';

const CHECK = 'paved-road';

describe('pull requests', () => {
  let forge: TestForge;
  let names = 0;

  beforeAll(async () => {
    forge = await TestForge.start({ ledger: { 'README.md': 'The ledger\n' } });
  });
  afterAll(() => forge.end());

  /** A repository whose main is protected, with a pull request from `change`. */
  async function proposed(
    options: { checks?: string[]; strict?: boolean } = {},
  ) {
    const { checks = [CHECK], strict = false } = options;
    const octokit = forge.octokit().rest;
    names += 1;
    const repo = `service-${names}`;
    const at = { owner: 'meridian', repo };
    await octokit.repos.createInOrg({ org: 'meridian', name: repo });
    const clone = await forge.clone(repo);
    await forge.push(clone, 'Begin', { 'a.txt': 'a\n', 'b.txt': 'b\n' });
    await forge.git(clone, 'fetch', '--quiet');
    const sha = await forge.pushBranch(clone, 'change', { 'a.txt': 'A\n' });
    await octokit.repos.updateBranchProtection({
      ...{ ...at, branch: 'main' },
      required_status_checks: { strict, contexts: checks },
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    });
    const opened = await octokit.pulls.create({
      ...at,
      ...{ title: 'Better', body: 'Why.', head: 'change', base: 'main' },
    });
    const say = (
      state: 'error' | 'failure' | 'pending' | 'success',
      context = CHECK,
    ) => octokit.repos.createCommitStatus({ ...at, sha, state, context });
    const pull = { ...at, pull_number: opened.data.number };
    const merge = (how: object = {}) =>
      octokit.pulls.merge({ ...pull, ...how });
    return { octokit, at, repo, clone, sha, pull, say, merge };
  }

  it('are merged once the required check has passed, and not before', async () => {
    const { octokit, at, repo, sha, pull, say, merge } = await proposed();
    const held = (state: string) => ({
      status: 405,
      message: expect.stringContaining(
        `Required status check "${CHECK}" is ${state}.`,
      ),
    });
    await expect(merge()).rejects.toMatchObject(held('expected'));
    await say('pending');
    await expect(merge()).rejects.toMatchObject(held('pending'));
    await say('success', 'another check');
    await say('failure');
    await expect(merge()).rejects.toMatchObject(held('failing'));
    const combined = await octokit.repos.getCombinedStatusForRef({
      ...{ ...at, ref: 'change' },
    });
    expect(combined.data).toMatchObject({ state: 'failure', total_count: 2 });
    expect((await octokit.pulls.get(pull)).data).toMatchObject({
      mergeable: true,
      mergeable_state: 'blocked',
    });
    expect(await forge.readMain(repo, 'a.txt')).toBe('a\n');

    await say('success');
    const { data } = await merge({ sha });
    expect(data.merged).toBe(true);
    expect(await forge.readMain(repo, 'a.txt')).toBe('A\n');
    const main = await octokit.repos.getCommit({ ...at, ref: 'main' });
    expect(main.data.sha).toBe(data.sha);
    expect(main.data.parents.map(parent => parent.sha)).toContain(sha);
    expect(main.data.commit.message).toBe(
      'Merge pull request #1 from meridian/change\n\nBetter',
    );
    await octokit.pulls.checkIfMerged(pull);
    await expect(merge()).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('Pull Request is not mergeable'),
    });
  });

  it('count only what was said of the commit that would be merged', async () => {
    const { clone, say, merge, sha } = await proposed();
    await say('success');
    await forge.git(clone, 'commit', '--quiet', '--allow-empty', '-m', 'More');
    await forge.git(clone, 'push', '--quiet', 'origin', 'change');
    await expect(merge()).rejects.toThrow('is expected');
    await expect(merge({ sha })).rejects.toMatchObject({ status: 405 });
  });

  it('are not merged as something that the caller has not seen', async () => {
    const { say, merge } = await proposed();
    await say('success');
    await expect(merge({ sha: 'f'.repeat(40) })).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Head branch was modified.'),
    });
  });

  it('say how many of several checks are missing', async () => {
    const { say, merge } = await proposed({ checks: ['one', 'two', 'three'] });
    await say('success', 'one');
    await say('error', 'two');
    await expect(merge()).rejects.toThrow(
      '2 of 3 required status checks have not succeeded: 1 failing, 1 expected.',
    );
  });

  it('wait until they are up to date where that is asked, and never overwrite', async () => {
    const { octokit, at, clone, repo, merge } = await proposed({
      checks: [],
      strict: true,
    });
    const other = await octokit.pulls.create({
      ...{ ...at, title: 'Other', base: 'main' },
      head: await forge
        .pushBranch(clone, 'other', { 'a.txt': 'other\n' })
        .then(() => 'meridian:other'),
    });
    await merge();
    const second = { ...at, pull_number: other.data.number };
    await expect(octokit.pulls.merge(second)).rejects.toThrow('not up to date');
    await octokit.repos.deleteBranchProtection({ ...at, branch: 'main' });
    expect((await octokit.pulls.get(second)).data.mergeable_state).toBe(
      'dirty',
    );
    await expect(octokit.pulls.merge(second)).rejects.toMatchObject({
      status: 405,
      message: expect.stringContaining('Pull Request is not mergeable'),
    });
    expect(await forge.readMain(repo, 'a.txt')).toBe('A\n');
  });

  it('become one commit where they are squashed', async () => {
    const { octokit, at, clone, merge } = await proposed({ checks: [] });
    await forge.git(clone, 'switch', '--quiet', '-c', 'later', 'origin/main');
    await forge.git(clone, 'commit', '--quiet', '--allow-empty', '-m', 'Later');
    await octokit.repos.deleteBranchProtection({ ...at, branch: 'main' });
    await forge.git(clone, 'push', '--quiet', 'origin', 'later:main');
    const { data } = await merge({ merge_method: 'squash' });
    const { data: commit } = await octokit.repos.getCommit({
      ...{ ...at, ref: data.sha },
    });
    expect(commit.commit.message).toBe('Better (#1)');
    expect(commit.parents).toHaveLength(1);
    await expect(merge({ merge_method: 'rebase' })).rejects.toMatchObject({
      status: 405,
    });
  });

  it('are merged once, however many ask at the same time', async () => {
    const { octokit, at, merge } = await proposed({ checks: [] });
    const outcomes = await Promise.allSettled([merge(), merge(), merge()]);
    const merged = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(merged).toHaveLength(1);
    const commits = await octokit.repos.listCommits({ ...at, sha: 'main' });
    expect(commits.data).toHaveLength(3);
  });

  it.each([
    [{ head: 'gone' }, /"field":"head","code":"invalid"/],
    [{ head: 'someone:change' }, /"field":"head","code":"invalid"/],
    [{ base: 'gone' }, /"field":"base","code":"invalid"/],
    [{ head: 'main' }, /No commits between main and main/],
    [{}, /A pull request already exists for meridian:change/],
  ])('are not opened with %j', async (given, message) => {
    const { octokit, at } = await proposed();
    await expect(
      octokit.pulls.create({
        ...at,
        ...{ title: 'Again', head: 'change', base: 'main', ...given },
      }),
    ).rejects.toThrow(message);
  });

  it('can be closed and opened again, and are still there after a restart', async () => {
    const { pull, at, say } = await proposed();
    await say('success');
    const { pulls } = forge.octokit().rest;
    await pulls.update({ ...pull, state: 'closed', title: 'Closed' });
    expect((await pulls.list(at)).data).toEqual([]);
    forge = await forge.restart();
    const again = forge.octokit().rest.pulls;
    const { data } = await again.list({ ...at, state: 'closed' });
    expect(data).toMatchObject([{ title: 'Closed', merged_at: null }]);
    await again.update({ ...pull, state: 'open' });
    expect((await again.get(pull)).data).toMatchObject({
      state: 'open',
      mergeable_state: 'clean',
    });
    await again.merge(pull);
  });

  it('have a page with their checks and changes, in which nothing is run', async () => {
    const { octokit, pull, at, sha, repo } = await proposed();
    await octokit.pulls.update({ ...pull, title: '<script>x</script>' });
    await octokit.repos.createCommitStatus({
      ...{ ...at, sha, context: '<b>scan</b>', state: 'failure' },
      description: '2 findings',
      target_url: 'http://localhost:7007/run?a=1&b=2',
    });
    const page = async (path: string) =>
      String((await forge.ask(`/meridian/${repo}${path}`)).body);
    const text = await page('/pull/1');
    expect(text).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(text).toContain('&lt;b&gt;scan&lt;/b&gt;');
    expect(text).toContain('href="http://localhost:7007/run?a=1&amp;b=2"');
    expect(text).toContain('✗ has failed: 2 findings');
    expect(text).toContain('○ has not come yet');
    expect(text).toContain('-a\n+A</pre>');
    expect(await page('')).toContain('#1 &lt;script&gt;x&lt;/script&gt;');
    expect(await page('/edit/main/a.txt')).toContain('Open a pull request');
    await expect(
      octokit.repos.createCommitStatus({
        ...{ ...at, sha, state: 'success' },
        target_url: 'data:text/html,x',
      }),
    ).rejects.toMatchObject({ status: 422 });
    expect((await forge.ask(`/meridian/${repo}/pull/2`)).status).toBe(404);
  });

  it('remember who the caller says they are', async () => {
    const { at, sha } = await proposed();
    const basic = Buffer.from('mia.kowalski:any').toString('base64');
    const { body } = await forge.ask(
      `/api/v3/repos/meridian/${at.repo}/statuses/${sha}`,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${basic}`,
        },
        body: Buffer.from('{"state":"success"}'),
      },
    );
    expect(JSON.parse(String(body)).creator.login).toBe('mia.kowalski');
  });
});
