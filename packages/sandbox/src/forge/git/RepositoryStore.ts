import {
  appendFile,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { limits } from '../limits';
import { runGit } from './git';
import { isRepositoryId, RepositoryId } from './names';
import { Repository } from './Repository';
import { RepositoryChanges } from './RepositoryChanges';

/** Where the examples' seeding remembers what it has last brought in. */
export const SEED_REF = 'refs/sandbox/seed';

const CONFIG: Record<string, string> = {
  // The seeding's own memory is nobody else's business.
  'transfer.hideRefs': 'refs/sandbox',
  'receive.fsckObjects': 'true',
  'receive.maxInputSize': String(limits.pushBytes),
  // What somebody has pushed is never lost, not even by a force push.
  'receive.denyNonFastForwards': 'true',
  'receive.denyDeletes': 'true',
  // No process in the background that outlives the forge.
  'receive.autogc': 'false',
  'gc.auto': '0',
};

// Written at once: a git process for each value would take longer than all else.
const configText = Object.entries(CONFIG)
  .map(([key, value]) => {
    const [section, name] = key.split('.');
    return `[${section}]\n\t${name} = ${value}\n`;
  })
  .join('');

// Never part of an example, whoever has built or looked at it.
const EXCLUDED = ['node_modules/', '.DS_Store', '*.tsbuildinfo'];

async function names(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

/** The bare repositories below one folder: `<owner>/<name>.git`. */
export class RepositoryStore {
  readonly changes = new RepositoryChanges();

  constructor(
    private readonly directory: string,
    private readonly teams: ReadonlyMap<string, string[]> = new Map(),
  ) {}

  async find(id: RepositoryId): Promise<Repository | undefined> {
    if (!isRepositoryId(id)) {
      return undefined;
    }
    const repository = this.#repositoryOf(id);
    try {
      await stat(join(repository.directory, 'HEAD'));
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return undefined;
      }
      throw error;
    }
    return repository;
  }

  async list(): Promise<Repository[]> {
    const repositories: Repository[] = [];
    for (const owner of await names(this.directory)) {
      for (const folder of await names(join(this.directory, owner))) {
        const id = { owner, name: folder.replace(/\.git$/, '') };
        const found = await this.find(id);
        if (found) {
          repositories.push(found);
        }
      }
    }
    return repositories;
  }

  /** Everybody who has ever had a repository. */
  async owners(): Promise<string[]> {
    const folders = await names(this.directory);
    return folders.filter(owner => isRepositoryId({ owner, name: 'any' }));
  }

  /** The repository, made empty where it isn't there yet. */
  async open(id: RepositoryId): Promise<Repository> {
    return (await this.create(id)) ?? this.#repositoryOf(id);
  }

  /**
   * Makes an empty repository; undefined where there is one of this name.
   *
   * @throws InputError for a name that can't be a repository's.
   */
  async create(id: RepositoryId): Promise<Repository | undefined> {
    if (!isRepositoryId(id)) {
      throw new InputError(
        `"${id.owner}/${id.name}" can't be the name of a repository: letters, digits, dots, dashes and underscores, and neither "api" nor "raw" as the owner`,
      );
    }
    if (await this.find(id)) {
      return undefined;
    }
    const { directory } = this.#repositoryOf(id);
    await mkdir(join(this.directory, id.owner), { recursive: true });
    // Made aside and moved into place: a crash leaves no half repository.
    const aside = await mkdtemp(join(this.directory, '.new-'));
    try {
      await runGit([
        ...['init', '--quiet', '--bare', '--template='],
        ...['--initial-branch=main', aside],
      ]);
      await appendFile(join(aside, 'config'), configText);
      await mkdir(join(aside, 'info'), { recursive: true });
      await writeFile(
        join(aside, 'info', 'exclude'),
        EXCLUDED.map(line => `${line}\n`).join(''),
      );
      await rename(aside, directory);
    } catch (error) {
      await rm(aside, { recursive: true, force: true });
      // Somebody else has been faster.
      if (isError(error) && error.code === 'ENOTEMPTY') {
        return undefined;
      }
      throw error;
    }
    return this.#repositoryOf(id);
  }

  #repositoryOf(id: RepositoryId): Repository {
    const { owner, name } = id;
    const directory = join(this.directory, owner, `${name}.git`);
    return new Repository(id, directory, this.teams);
  }
}
