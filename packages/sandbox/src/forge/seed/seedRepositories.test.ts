import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { TestForge, writeFiles } from '../__testUtils__/forge';
import { seedRepositories } from './seedRepositories';

describe('seedRepositories', () => {
  let forge: TestForge;
  const example = (...parts: string[]) =>
    join(forge.directory, 'examples', 'ledger', ...parts);

  beforeEach(async () => {
    forge = await TestForge.start({
      ledger: {
        'README.md': 'The ledger\n',
        'infra/a.yaml': 'a: 1\n',
        'infra/b.yaml': 'b: 1\n',
      },
    });
  });
  afterEach(() => forge.end());

  async function commits() {
    const clone = await forge.clone('ledger');
    const log = await forge.git(clone, 'log', '--format=%an: %s');
    return log.split('\n');
  }

  it('starts a repository with the files of its folder', async () => {
    expect(forge.forge.seeded).toEqual([
      { owner: 'meridian', name: 'ledger', outcome: 'created', kept: [] },
    ]);
    const clone = await forge.clone('ledger');
    expect(await forge.git(clone, 'ls-files')).toBe(
      'README.md\ninfra/a.yaml\ninfra/b.yaml',
    );
    expect(await forge.git(clone, 'branch', '--show-current')).toBe('main');
  });

  it('changes nothing when the folder has not changed', async () => {
    forge = await forge.restart();
    expect(forge.forge.seeded[0].outcome).toBe('unchanged');
    expect(await commits()).toHaveLength(1);
  });

  it('makes one commit of what has changed in the folder', async () => {
    await writeFiles(example(), { 'infra/a.yaml': 'a: 2\n', 'new.txt': 'n\n' });
    await rm(example('infra', 'b.yaml'));
    forge = await forge.restart();
    expect(forge.forge.seeded[0].outcome).toBe('updated');

    expect(await commits()).toHaveLength(2);
    const clone = await forge.clone('ledger');
    expect(await forge.git(clone, 'ls-files')).toBe(
      'README.md\ninfra/a.yaml\nnew.txt',
    );
    expect(await forge.readMain('ledger', 'infra/a.yaml')).toBe('a: 2\n');
  });

  it('keeps what people have committed, beside what has changed in the folder', async () => {
    const clone = await forge.clone('ledger');
    await forge.push(clone, 'Encrypt it', {
      'infra/a.yaml': 'a: mine\n',
      'mine.txt': 'mine\n',
    });
    forge = await forge.restart();
    expect(forge.forge.seeded[0].outcome).toBe('unchanged');
    expect(await forge.readMain('ledger', 'infra/a.yaml')).toBe('a: mine\n');

    await writeFiles(example(), { 'infra/b.yaml': 'b: 2\n' });
    forge = await forge.restart();
    expect(forge.forge.seeded[0]).toMatchObject({
      outcome: 'updated',
      kept: [],
    });
    expect(await forge.readMain('ledger', 'infra/a.yaml')).toBe('a: mine\n');
    expect(await forge.readMain('ledger', 'infra/b.yaml')).toBe('b: 2\n');
    expect(await forge.readMain('ledger', 'mine.txt')).toBe('mine\n');
    expect(await commits()).toEqual([
      'Sandbox: Take over what changed in the example in the project',
      'Mia Kowalski: Encrypt it',
      'Sandbox: Start from the example in the project',
    ]);
  });

  it('leaves a file to the person who has changed it, and says so once', async () => {
    const clone = await forge.clone('ledger');
    await forge.push(clone, 'Mine', { 'infra/a.yaml': 'a: mine\n' });
    await writeFiles(example(), {
      'infra/a.yaml': 'a: project\n',
      'infra/b.yaml': 'b: project\n',
    });
    forge = await forge.restart();
    expect(forge.forge.seeded[0].kept).toEqual(['infra/a.yaml']);
    expect(await forge.readMain('ledger', 'infra/a.yaml')).toBe('a: mine\n');
    expect(await forge.readMain('ledger', 'infra/b.yaml')).toBe('b: project\n');

    forge = await forge.restart();
    expect(forge.forge.seeded[0]).toMatchObject({
      outcome: 'unchanged',
      kept: [],
    });
  });

  it('leaves deletions on one side and changes on the other as they are in the repository', async () => {
    const clone = await forge.clone('ledger');
    await forge.git(clone, 'rm', '--quiet', 'infra/a.yaml');
    await forge.push(clone, 'Not needed', { 'infra/b.yaml': 'b: mine\n' });
    await writeFiles(example(), { 'infra/a.yaml': 'a: project\n' });
    await rm(example('infra', 'b.yaml'));
    forge = await forge.restart();
    expect(forge.forge.seeded[0].kept.sort()).toEqual([
      'infra/a.yaml',
      'infra/b.yaml',
    ]);
    expect(
      (await forge.ask('/meridian/ledger/raw/main/infra/a.yaml')).status,
    ).toBe(404);
    expect(await forge.readMain('ledger', 'infra/b.yaml')).toBe('b: mine\n');
  });

  it('copes with a folder on one side where the other has a file', async () => {
    const clone = await forge.clone('ledger');
    await forge.git(clone, 'rm', '--quiet', '-r', 'infra');
    await forge.push(clone, 'Flatten', { infra: 'now a file\n' });
    await writeFiles(example(), { 'infra/a.yaml': 'a: project\n' });
    forge = await forge.restart();
    expect(await forge.readMain('ledger', 'infra')).toBe('now a file\n');
  });

  it('does not mistake a crash between the two moves for a change by a person', async () => {
    const bare = join(forge.directory, 'data', 'meridian', 'ledger.git');
    await writeFiles(example(), { 'infra/a.yaml': 'a: 2\n' });
    const before = await forge.git(bare, 'rev-parse', 'refs/sandbox/seed');
    forge = await forge.restart();
    // main has moved, the memory has not
    await forge.git(bare, 'update-ref', 'refs/sandbox/seed', before);
    forge = await forge.restart();
    expect(forge.forge.seeded[0]).toMatchObject({
      outcome: 'unchanged',
      kept: [],
    });
    expect(await commits()).toHaveLength(2);
  });

  it('leaves out what is never part of an example, and does not follow links', async () => {
    await writeFiles(example(), {
      'node_modules/x/index.js': 'x',
      '.gitignore': 'built/\n',
      'built/out.txt': 'x',
    });
    await writeFiles(forge.directory, { 'secret.txt': 'outside\n' });
    await symlink(join(forge.directory, 'secret.txt'), example('link.txt'));
    forge = await forge.restart();
    const clone = await forge.clone('ledger');
    expect(await forge.git(clone, 'ls-files')).toBe(
      '.gitignore\nREADME.md\ninfra/a.yaml\ninfra/b.yaml\nlink.txt',
    );
    expect(await forge.readMain('ledger', 'link.txt')).not.toContain('outside');
  });

  it('keeps what a repository had before it was seeded', async () => {
    const bare = join(forge.directory, 'data', 'meridian', 'ledger.git');
    await forge.git(bare, 'update-ref', '-d', 'refs/sandbox/seed');
    await writeFiles(example(), {
      'README.md': 'Another\n',
      'new.txt': 'n\n',
    });
    forge = await forge.restart();
    expect(forge.forge.seeded[0].kept).toEqual(['README.md']);
    expect(await forge.readMain('ledger', 'README.md')).toBe('The ledger\n');
    expect(await forge.readMain('ledger', 'new.txt')).toBe('n\n');
  });

  it('gives a repository its tags once, and moves none of them', async () => {
    const dataDirectory = join(forge.directory, 'data');
    const seed = (...tags: string[]) =>
      seedRepositories({
        dataDirectory,
        repositories: [
          { owner: 'meridian', name: 'ledger', directory: example(), tags },
        ],
      });
    await seed('v1.0.0');
    await writeFiles(example(), { 'infra/a.yaml': 'a: 2\n' });
    await seed('v1.0.0', 'release/v1.1.0');
    const at = async (ref: string) =>
      String(
        (await forge.ask(`/raw/meridian/ledger/${ref}/infra/a.yaml`)).body,
      );
    expect(await at('v1.0.0')).toBe('a: 1\n');
    expect(await at('release/v1.1.0')).toBe('a: 2\n');
    const page = await forge.ask('/meridian/ledger/tree/v1.0.0');
    expect(page.status).toBe(200);
    expect(String(page.body)).toContain('/meridian/ledger/blob/v1.0.0/README');
    const clone = await forge.clone('ledger');
    expect(await forge.git(clone, 'tag')).toBe('release/v1.1.0\nv1.0.0');
    for (const wrong of ['-d', 'a..b', 'v1 0', '../heads/main']) {
      await expect(seed(wrong)).rejects.toThrow('the name of a tag');
    }
  });

  it('takes an empty folder', async () => {
    await mkdir(join(forge.directory, 'examples', 'nothing'));
    const dataDirectory = join(forge.directory, 'data');
    const directory = join(forge.directory, 'examples', 'nothing');
    const repositories = [{ owner: 'meridian', name: 'nothing', directory }];
    const [outcome] = await seedRepositories({ dataDirectory, repositories });
    expect(outcome.outcome).toBe('created');
    expect((await forge.ask('/meridian/nothing')).status).toBe(200);
  });

  it.each([
    [{ owner: '..', name: 'x' }, /can't be the name/],
    [{ owner: 'meridian', name: '../../x' }, /can't be the name/],
    [{ owner: 'meridian', name: 'gone', directory: 'gone' }, /not a folder/],
  ])('refuses %j', async (wrong, message) => {
    const dataDirectory = join(forge.directory, 'data');
    const repository = { directory: example(), ...wrong };
    await expect(
      seedRepositories({ dataDirectory, repositories: [repository] }),
    ).rejects.toThrow(message);
  });

  it('is not swayed by a git command that runs around it', async () => {
    process.env.GIT_DIR = join(forge.directory, 'elsewhere');
    process.env.GIT_INDEX_FILE = join(forge.directory, 'elsewhere-index');
    try {
      await writeFiles(example(), { 'infra/a.yaml': 'a: 3\n' });
      forge = await forge.restart();
    } finally {
      delete process.env.GIT_DIR;
      delete process.env.GIT_INDEX_FILE;
    }
    expect(await forge.readMain('ledger', 'infra/a.yaml')).toBe('a: 3\n');
  });
});
