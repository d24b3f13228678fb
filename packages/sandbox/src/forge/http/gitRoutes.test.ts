import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { limits } from '../limits';
import { TestForge, writeFiles } from '../__testUtils__/forge';

describe('clone and push', () => {
  let forge: TestForge;

  beforeAll(async () => {
    forge = await TestForge.start({
      ledger: { 'README.md': 'The ledger\n', 'infra/a.yaml': 'a: 1\n' },
      cards: { 'README.md': 'The cards\n' },
    });
  });
  afterAll(() => forge.end());

  const status = async (path: string, headers?: Record<string, string>) =>
    (await forge.ask(path, { headers })).status;

  it('takes a commit and shows it at once, also through the API', async () => {
    const clone = await forge.clone('cards');
    await forge.push(clone, 'Say more', { 'README.md': 'The cards, more\n' });
    expect(await forge.readMain('cards', 'README.md')).toBe(
      'The cards, more\n',
    );
    const { body } = await forge.ask(
      '/api/v3/repos/meridian/cards/commits/main',
    );
    const commit = JSON.parse(String(body));
    expect(commit.sha).toBe(await forge.git(clone, 'rev-parse', 'HEAD'));
    expect(commit.commit).toMatchObject({
      message: 'Say more',
      author: { name: 'Mia Kowalski' },
    });
    expect(commit.parents).toHaveLength(1);
  });

  it('takes branches with a slash in their name', async () => {
    const clone = await forge.clone('cards');
    await writeFiles(clone, { 'infra/b.yaml': 'b: 1\n' });
    await forge.git(clone, 'add', '--all');
    await forge.git(clone, 'commit', '--quiet', '-m', 'On a branch');
    await forge.git(clone, 'push', '--quiet', 'origin', 'HEAD:fix/b');
    const { body } = await forge.ask('/meridian/cards/raw/fix/b/infra/b.yaml');
    expect(String(body)).toBe('b: 1\n');
    expect(await status('/meridian/cards/blob/fix/b/infra/b.yaml')).toBe(200);
    expect(
      await status('/api/v3/repos/meridian/cards/commits/fix/b/status'),
    ).toBe(200);
    expect(await status('/api/v3/repos/meridian/cards/branches/fix/b')).toBe(
      200,
    );
    expect(await status('/api/v3/repos/meridian/cards/branches/fix')).toBe(404);
  });

  it('speaks with older clients as with new ones', async () => {
    for (const version of ['0', '1', '2']) {
      const remote = `${forge.url}/meridian/ledger`;
      const protocol = ['-c', `protocol.version=${version}`];
      expect(
        await forge.git(forge.directory, ...protocol, 'ls-remote', remote),
      ).toContain('refs/heads/main');
    }
  });

  it('hides where the seeding remembers what it has done', async () => {
    const remote = `${forge.url}/meridian/ledger`;
    const refs = await forge.git(forge.directory, 'ls-remote', remote);
    expect(refs).not.toContain('sandbox');
    const clone = await forge.clone('ledger');
    await expect(
      forge.git(clone, 'push', 'origin', 'HEAD:refs/sandbox/seed'),
    ).rejects.toThrow(/rejected|deny/);
  });

  it('never loses what was pushed', async () => {
    const clone = await forge.clone('cards');
    await forge.git(clone, 'commit', '--quiet', '--amend', '-m', 'Other');
    await expect(
      forge.git(clone, 'push', '--force', 'origin', 'HEAD:main'),
    ).rejects.toThrow(/non-fast-forward/);
    await expect(forge.git(clone, 'push', 'origin', ':main')).rejects.toThrow(
      /rejected/,
    );
  });

  it('refuses a push that is too large, and says why', async () => {
    const bare = join(forge.directory, 'data', 'meridian', 'ledger.git');
    await forge.git(bare, 'config', 'receive.maxInputSize', '2000');
    try {
      const clone = await forge.clone('ledger');
      const noise = randomBytes(5_000);
      await expect(
        forge.push(clone, 'Too much', { 'noise.bin': noise }),
      ).rejects.toThrow(/exceeds maximum allowed size/);
    } finally {
      const most = String(limits.pushBytes);
      await forge.git(bare, 'config', 'receive.maxInputSize', most);
    }
  });

  it('ends a compressed request that grows beyond all bounds', async () => {
    const clone = await forge.clone('ledger');
    const head = await forge.git(clone, 'rev-parse', 'HEAD');
    const wants = Buffer.alloc(2_000_000, `0032want ${head}\n`);
    const { pushBytes } = limits;
    limits.pushBytes = 100_000;
    const answer = await forge.ask('/meridian/ledger.git/git-upload-pack', {
      method: 'POST',
      body: gzipSync(wants),
      headers: {
        'content-type': 'application/x-git-upload-pack-request',
        'content-encoding': 'gzip',
      },
    });
    limits.pushBytes = pushBytes;
    expect(answer.status).toBe(400);
    expect(String(answer.body)).toContain('The request is too large');
  });

  it.each([
    ['no service', '/meridian/ledger.git/info/refs', 403],
    [
      'a service that does not exist',
      '/meridian/ledger.git/info/refs?service=git-upload-archive',
      403,
    ],
    [
      'an option as a service',
      '/meridian/ledger.git/info/refs?service=--exec=id',
      403,
    ],
    [
      'a repository that does not exist',
      '/meridian/gone.git/info/refs?service=git-upload-pack',
      404,
    ],
    [
      'a folder that is no repository',
      '/meridian/..%2f..%2fexamples/info/refs?service=git-upload-pack',
      404,
    ],
    ['the files behind a repository', '/meridian/ledger.git/HEAD', 404],
    ['the files behind a repository', '/meridian/ledger.git/config', 404],
  ])('refuses %s', async (_, path, expected) => {
    expect(await status(path)).toBe(expected);
  });
});
