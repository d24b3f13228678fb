import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ConfigReader } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { Forge, startForge } from '@paved-road/sandbox';
import { ForgeAccess } from '../forge/createOctokit';

export type Files = Record<string, string>;

const PERSON = {
  GIT_AUTHOR_NAME: 'Mia Kowalski',
  GIT_AUTHOR_EMAIL: 'mia@meridian.example',
  GIT_COMMITTER_NAME: 'Mia Kowalski',
  GIT_COMMITTER_EMAIL: 'mia@meridian.example',
};

/** The sandbox's forge, and git as a person has it. */
export class TestForge {
  private constructor(
    private readonly forge: Forge,
    readonly directory: string,
  ) {}

  static async start(repositories: Record<string, Files>) {
    const directory = await mkdtemp(join(tmpdir(), 'connect-test-'));
    for (const [name, files] of Object.entries(repositories)) {
      await writeFiles(join(directory, 'examples', name), files);
    }
    const forge = await startForge({
      port: 0,
      dataDirectory: join(directory, 'data'),
      repositories: Object.keys(repositories).map(name => ({
        owner: 'meridian',
        name,
        directory: join(directory, 'examples', name),
      })),
    });
    return new TestForge(forge, directory);
  }

  async end() {
    await this.forge.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  get url() {
    return this.forge.url;
  }

  get host() {
    return new URL(this.url).host;
  }

  get config() {
    const apiBaseUrl = `http://${this.host}/api/v3`;
    const github = [{ host: this.host, apiBaseUrl, token: 'sandbox' }];
    return new ConfigReader({ integrations: { github } });
  }

  access(config = this.config): ForgeAccess {
    const integrations = ScmIntegrations.fromConfig(config);
    return {
      integrations,
      credentials:
        DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      needsUserToken: false,
    };
  }

  repoUrl(name: string) {
    return `${this.host}?owner=meridian&repo=${name}`;
  }

  /** Asks the API of a repository. */
  async api(name: string, path: string, options?: RequestInit) {
    const response = await fetch(
      `${this.url}/api/v3/repos/meridian/${name}${path}`,
      options,
    );
    return response.json();
  }

  /** Commits files onto `main` and pushes them. */
  async push(name: string, files: Files) {
    const parent = await mkdtemp(join(this.directory, 'clone-'));
    const clone = join(parent, 'work');
    const remote = `${this.url}/meridian/${name}.git`;
    await git(parent, 'clone', '--quiet', remote, 'work');
    await writeFiles(clone, files);
    await git(clone, 'add', '--all');
    await git(clone, 'commit', '--quiet', '-m', 'A change');
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:main');
  }
}

async function git(cwd: string, ...args: string[]) {
  await promisify(execFile)('git', args, {
    cwd,
    env: {
      ...process.env,
      ...PERSON,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: devNull,
      GIT_TERMINAL_PROMPT: '0',
    },
  });
}

async function writeFiles(directory: string, files: Files) {
  await mkdir(directory, { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}
