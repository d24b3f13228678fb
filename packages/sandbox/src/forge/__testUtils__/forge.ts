import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Octokit } from 'octokit';
import { Forge, ForgeOptions, startForge } from '../startForge';

// On a machine that has much else to do.
jest.setTimeout(60_000);

export type Files = Record<string, string | Buffer>;

export async function temporaryDirectory(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'sandbox-test-'));
}

export async function writeFiles(directory: string, files: Files) {
  await mkdir(directory, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}

/** A forge with repositories of `meridian` made from the given files. */
export class TestForge {
  private constructor(
    readonly forge: Forge,
    readonly directory: string,
    private readonly names: string[],
  ) {}

  static async start(
    repositories: Record<string, Files>,
    more: Partial<ForgeOptions> = {},
  ) {
    const directory = await temporaryDirectory();
    for (const [name, files] of Object.entries(repositories)) {
      await writeFiles(join(directory, 'examples', name), files);
    }
    return TestForge.open(directory, Object.keys(repositories), more);
  }

  static async open(
    directory: string,
    names: string[],
    more: Partial<ForgeOptions> = {},
  ) {
    const forge = await startForge({
      port: 0,
      dataDirectory: join(directory, 'data'),
      repositories: names.map(name => ({
        owner: 'meridian',
        name,
        directory: join(directory, 'examples', name),
      })),
      ...more,
    });
    return new TestForge(forge, directory, names);
  }

  get url() {
    return this.forge.url;
  }

  /** The same data, after a stop. */
  async restart(more: Partial<ForgeOptions> = {}) {
    await this.forge.stop();
    return TestForge.open(this.directory, this.names, more);
  }

  async end() {
    await this.forge.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  /** Runs git as a person would, without their configuration. */
  async git(cwd: string, ...args: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)('git', args, {
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
    return stdout.trim();
  }

  /** Clones a repository into a new folder and answers its path. */
  async clone(name: string): Promise<string> {
    const parent = await mkdtemp(join(this.directory, 'clone-'));
    const remote = `${this.url}/meridian/${name}.git`;
    await this.git(parent, 'clone', '--quiet', remote, 'work');
    return join(parent, 'work');
  }

  /** Commits files in a clone and pushes them to main. */
  async push(clone: string, message: string, files: Files) {
    await writeFiles(clone, files);
    await this.git(clone, 'add', '--all');
    await this.git(clone, 'commit', '--quiet', '-m', message);
    await this.git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
  }

  /** GitHub's own client, without the pauses that it makes for GitHub's sake. */
  octokit(): Octokit {
    return new Octokit({
      auth: 'any',
      baseUrl: `${this.url}/api/v3`,
      throttle: { enabled: false },
      retry: { enabled: false },
    });
  }

  /** Commits files on a new branch and pushes it; answers the commit. */
  async pushBranch(clone: string, branch: string, files: Files) {
    await this.git(clone, 'switch', '--quiet', '-c', branch, 'origin/main');
    await writeFiles(clone, files);
    await this.git(clone, 'add', '--all');
    await this.git(clone, 'commit', '--quiet', '-m', `Change of ${branch}`);
    await this.git(clone, 'push', '--quiet', 'origin', branch);
    return this.git(clone, 'rev-parse', 'HEAD');
  }

  /** Asks for exactly this path, with nothing made tidy on the way. */
  ask(
    path: string,
    options: {
      method?: string;
      headers?: Record<string, string>;
      body?: Buffer;
    } = {},
  ): Promise<{
    status: number;
    headers: Record<string, string | string[] | undefined>;
    body: Buffer;
  }> {
    const { port } = new URL(this.url);
    return new Promise((resolve, reject) => {
      const req = request(
        {
          host: '127.0.0.1',
          port,
          path,
          method: options.method ?? 'GET',
          headers: { host: `localhost:${port}`, ...options.headers },
        },
        res => {
          const chunks: Buffer[] = [];
          res.on('data', chunk => chunks.push(chunk));
          res.on('error', reject);
          res.on('end', () =>
            resolve({
              status: res.statusCode ?? 0,
              headers: res.headers,
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
      req.on('error', reject);
      req.end(options.body);
    });
  }

  async readMain(name: string, path: string): Promise<string> {
    const { body } = await this.ask(`/raw/meridian/${name}/main/${path}`);
    return body.toString('utf8');
  }
}
