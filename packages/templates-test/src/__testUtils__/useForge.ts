import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Forge, startForge } from '@paved-road/sandbox';
import { Octokit } from 'octokit';
import { writeTextFiles } from './withDirectory';

const run = promisify(execFile);

/**
 * The sandbox forge, with repositories of `meridian` made from the given files; to
 * be called where tests are declared.
 */
export function useForge(repositories: Record<string, Record<string, string>>) {
  let directory: string;
  let forge: Forge;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'golden-path-forge-'));
    const seeds = Object.entries(repositories).map(([name, files]) => ({
      owner: 'meridian',
      name,
      directory: join(directory, 'seeds', name),
      files: Object.entries(files).map(([path, content]) => ({
        path,
        content,
      })),
    }));
    for (const seed of seeds) {
      await writeTextFiles(seed.directory, seed.files);
    }
    forge = await startForge({
      port: 0,
      dataDirectory: join(directory, 'data'),
      repositories: seeds.map(({ files, ...seed }) => seed),
    });
  }, 60_000);
  afterAll(async () => {
    await forge.stop();
    await rm(directory, { recursive: true });
  });

  const octokit = (): Octokit =>
    new Octokit({
      auth: 'any',
      baseUrl: `${forge.url}/api/v3`,
      throttle: { enabled: false },
      retry: { enabled: false },
    });

  /** What a file says on a branch; `undefined` where it isn't there. */
  async function read(repo: string, path: string, ref = 'main') {
    const response = await fetch(
      `${forge.url}/raw/meridian/${repo}/${ref}/${path}`,
    );
    return response.ok ? response.text() : undefined;
  }

  /** Pushes a change to main as a person would. */
  async function push(repo: string, files: Record<string, string>) {
    const parent = await mkdtemp(join(directory, 'clone-'));
    const clone = join(parent, 'work');
    const git = (cwd: string, ...args: string[]) =>
      run('git', args, {
        cwd,
        env: {
          ...process.env,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: devNull,
          GIT_TERMINAL_PROMPT: '0',
          GIT_AUTHOR_NAME: 'Mia Kowalski',
          GIT_AUTHOR_EMAIL: 'mia@meridian.example',
          GIT_COMMITTER_NAME: 'Mia Kowalski',
          GIT_COMMITTER_EMAIL: 'mia@meridian.example',
        },
      });
    await git(
      parent,
      'clone',
      '-q',
      `${forge.url}/meridian/${repo}.git`,
      'work',
    );
    await writeTextFiles(
      clone,
      Object.entries(files).map(([path, content]) => ({ path, content })),
    );
    await git(clone, 'add', '--all');
    await git(clone, 'commit', '-q', '-m', 'A change');
    await git(clone, 'push', '-q', 'origin', 'HEAD:main');
  }

  return { forge: () => forge, octokit, read, push };
}
