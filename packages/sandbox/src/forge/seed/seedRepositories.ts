import { mkdir, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InputError, isError } from '@backstage/errors';
import { isRefName, RepositoryId } from '../git/names';
import { Repository } from '../git/Repository';
import { RepositoryStore, SEED_REF } from '../git/RepositoryStore';
import { mergeTrees } from '../git/mergeTrees';
import { withIndex } from '../git/withIndex';
import { SANDBOX, writeCommit } from '../git/write';

/** A folder whose files a repository of the forge starts with and follows. */
export interface SeedRepository extends RepositoryId {
  directory: string;
  /** Made at what main is then, where they aren't there; one that is there stays where it is. */
  tags?: string[];
}

export interface SeedOutcome extends RepositoryId {
  outcome: 'created' | 'updated' | 'unchanged';
  /**
   * Paths that changed both in the folder and in the repository: the
   * repository's version has stayed.
   */
  kept: string[];
}

const text = (printed: Buffer) => printed.toString('utf8').trim();

async function needDirectory(directory: string) {
  try {
    if ((await stat(directory)).isDirectory()) {
      return;
    }
  } catch (error) {
    if (!isError(error) || error.code !== 'ENOENT') {
      throw error;
    }
  }
  throw new InputError(`${directory} is not a folder`);
}

/** Stores a folder's files in the repository and answers their tree. */
async function storeDirectory(repository: Repository, directory: string) {
  return withIndex(async env => {
    await repository.git(['--work-tree', directory, 'add', '--all', '.'], {
      cwd: directory,
      env,
    });
    return text(await repository.git(['write-tree'], { env }));
  });
}

function commit(
  repository: Repository,
  options: { tree: string; parent?: string; message: string },
) {
  const { tree, parent, message } = options;
  const parents = parent ? [parent] : [];
  return writeCommit(repository, { tree, parents, message, author: SANDBOX });
}

/** Moves main and the seeding's memory together, unless somebody else has moved main. */
async function moveRefs(
  repository: Repository,
  options: { branch: string; main: string; wasMain: string; seed: string },
) {
  const updates = [
    `update refs/heads/${options.branch} ${options.main} ${options.wasMain}`,
    `update ${SEED_REF} ${options.seed}`,
  ];
  await repository.git(['update-ref', '--stdin'], {
    input: updates.map(update => `${update}\n`).join(''),
  });
}

async function addTags(repository: Repository, tags: string[]) {
  const known = await repository.refNames('refs/tags');
  const branch = await repository.defaultBranch();
  for (const tag of tags.filter(name => !known.includes(name))) {
    const moved = [`refs/tags/${tag}`, `refs/heads/${branch}`, '0'.repeat(40)];
    await repository.git(['update-ref', ...moved]);
  }
}

async function seed(
  store: RepositoryStore,
  { owner, name, directory }: SeedRepository,
): Promise<SeedOutcome> {
  await needDirectory(directory);
  const repository = await store.open({ owner, name });
  const tree = await storeDirectory(repository, resolve(directory));
  const branch = await repository.defaultBranch();
  const [main, mainTree, seeded, seededTree] = (
    await repository.lookUp([
      ...[`refs/heads/${branch}`, `refs/heads/${branch}^{tree}`],
      ...[SEED_REF, `${SEED_REF}^{tree}`],
    ])
  ).map(object => object?.sha);

  if (!main || !mainTree) {
    const first = await commit(repository, {
      tree,
      message: 'Start from the example in the project',
    });
    const wasMain = '0'.repeat(40);
    await moveRefs(repository, { branch, main: first, wasMain, seed: first });
    return { owner, name, outcome: 'created', kept: [] };
  }
  if (tree === seededTree) {
    return { owner, name, outcome: 'unchanged', kept: [] };
  }

  const merged = await mergeTrees(repository, {
    // A repository that was there before it was seeded keeps what it has.
    base: seededTree ?? text(await repository.git(['mktree'])),
    ours: mainTree,
    theirs: tree,
  });
  const message = 'Take over what changed in the example in the project';
  const remembered = await commit(repository, {
    tree,
    parent: seeded,
    message,
  });
  const next =
    merged.tree === mainTree
      ? main
      : await commit(repository, { tree: merged.tree, parent: main, message });
  await moveRefs(repository, {
    branch,
    main: next,
    wasMain: main,
    seed: remembered,
  });
  return {
    owner,
    name,
    outcome: next === main ? 'unchanged' : 'updated',
    kept: merged.kept,
  };
}

/**
 * Brings the repositories up to the state of their folders. A folder that has
 * changed since the last time becomes a commit on main, an unchanged one changes
 * nothing, and what people have committed in the meantime stays: file by file
 * their version wins.
 *
 * @throws InputError for a name that can't be a repository's or a tag's, and for
 * a missing folder.
 */
export async function seedRepositories(options: {
  dataDirectory: string;
  repositories: SeedRepository[];
}): Promise<SeedOutcome[]> {
  await mkdir(options.dataDirectory, { recursive: true });
  const store = new RepositoryStore(options.dataDirectory);
  const outcomes: SeedOutcome[] = [];
  for (const repository of options.repositories) {
    const { owner, name, tags = [] } = repository;
    const wrong = tags.find(tag => !isRefName(tag));
    if (wrong !== undefined) {
      throw new InputError(
        `"${wrong}" can't be the name of a tag of ${owner}/${name}`,
      );
    }
    outcomes.push(await seed(store, repository));
    await addTags(await store.open(repository), tags);
  }
  return outcomes;
}
