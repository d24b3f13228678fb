import { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { NotFoundError } from '@backstage/errors';
import { GitRunOptions, runGit, streamGit } from './git';
import { Commit, COMMIT_FORMAT, parseCommits } from './commits';
import { isRefName, RepositoryId, repositoryPath } from './names';
import { parseTree, TreeEntry } from './trees';
import { RepositoryState } from '../state/RepositoryState';

/** One bare repository, read through git's plumbing, and what git doesn't know of it. */
export class Repository {
  readonly state: RepositoryState;

  constructor(
    readonly id: RepositoryId,
    readonly directory: string,
    /** The teams whose members are known, as `CODEOWNERS` writes them. */
    readonly teams: ReadonlyMap<string, string[]> = new Map(),
  ) {
    this.state = new RepositoryState(directory.replace(/\.git$/, '.json'));
  }

  git(args: string[], options?: GitRunOptions): Promise<Buffer> {
    return runGit(['--git-dir', this.directory, ...args], options);
  }

  async defaultBranch(): Promise<string> {
    const head = await this.git(['symbolic-ref', '--short', 'HEAD']);
    return head.toString('utf8').trim();
  }

  /** The branches' names, the default one first. */
  async branches(): Promise<string[]> {
    const first = await this.defaultBranch();
    const names = await this.refNames('refs/heads');
    return [first, ...names.filter(name => name !== first)].filter(name =>
      names.includes(name),
    );
  }

  /** Where a branch is; undefined where there is none of this name. */
  async tipOf(branch: string): Promise<string | undefined> {
    if (!isRefName(branch)) {
      return undefined;
    }
    const [tip] = await this.lookUp([`refs/heads/${branch}`]);
    return tip?.sha;
  }

  /** The commit that a branch, a tag or a SHA stands for, in this order. */
  async findCommit(ref: string): Promise<string | undefined> {
    if (!isRefName(ref)) {
      return undefined;
    }
    const candidates = [`refs/heads/${ref}`, `refs/tags/${ref}`];
    if (ref === 'HEAD' || /^[0-9a-f]{7,40}$/.test(ref)) {
      candidates.push(ref);
    }
    const found = await this.lookUp(candidates.map(name => `${name}^{commit}`));
    return found.find(object => object?.type === 'commit')?.sha;
  }

  /**
   * Where the name of a ref ends and a path begins, in an address that holds
   * both: the longest branch or tag that fits, else the first part.
   */
  async splitRef(refAndPath: string): Promise<{ ref: string; path: string }> {
    const names = [
      ...(await this.refNames('refs/heads')),
      ...(await this.refNames('refs/tags')),
    ];
    const fits = names
      .filter(name => `${refAndPath}/`.startsWith(`${name}/`))
      .sort((a, b) => b.length - a.length);
    const ref = fits[0] ?? refAndPath.split('/')[0];
    return { ref, path: refAndPath.slice(ref.length) };
  }

  /**
   * What lies at a path of a commit; the root is a tree with an empty path.
   *
   * @throws NotFoundError
   */
  async entry(commit: string, path: string): Promise<TreeEntry> {
    const clean = repositoryPath(path);
    if (clean === undefined) {
      throw new NotFoundError('Not Found');
    }
    if (clean === '') {
      const [tree] = await this.lookUp([`${commit}^{tree}`]);
      if (!tree) {
        throw new NotFoundError('Not Found');
      }
      return { mode: '040000', type: 'tree', sha: tree.sha, path: '' };
    }
    const listed = await this.git(['ls-tree', '-lz', commit, '--', clean]);
    const entry = parseTree(listed).find(({ path: found }) => found === clean);
    if (!entry) {
      throw new NotFoundError('Not Found');
    }
    return entry;
  }

  /** The entries of a tree, with paths relative to it. */
  async entries(
    tree: string,
    options: { recursive?: boolean } = {},
  ): Promise<TreeEntry[]> {
    const how = options.recursive ? ['-r', '-t'] : [];
    return parseTree(await this.git(['ls-tree', '-lz', ...how, tree]));
  }

  /** The tree that a tree's or commit's SHA, a branch or a tag stands for. */
  async findTree(treeish: string): Promise<string | undefined> {
    const commit = await this.findCommit(treeish);
    const name = commit ?? treeish;
    if (!/^[0-9a-f]{40}$/.test(name)) {
      return undefined;
    }
    const [found] = await this.lookUp([`${name}^{tree}`]);
    return found?.sha;
  }

  /** The size of a blob in bytes; undefined where the SHA is not a blob's. */
  async blobSize(sha: string): Promise<number | undefined> {
    if (!/^[0-9a-f]{40}$/.test(sha)) {
      return undefined;
    }
    const [found] = await this.lookUp([sha]);
    return found?.type === 'blob' ? found.size : undefined;
  }

  /** A blob's bytes, for blobs that are small enough to be kept in memory. */
  readBlob(sha: string): Promise<Buffer> {
    return this.git(['cat-file', 'blob', sha]);
  }

  sendBlob(sha: string, output: Writable): Promise<void> {
    return this.#stream(['cat-file', 'blob', sha], output);
  }

  /** Sends a commit's files as tar.gz, below one folder, as GitHub does. */
  sendArchive(commit: string, output: Writable): Promise<void> {
    const { owner, name } = this.id;
    const prefix = `${owner}-${name}-${commit.slice(0, 7)}/`;
    return streamGit(
      [
        ...['--git-dir', this.directory],
        ...['archive', '--format=tar', `--prefix=${prefix}`, commit],
      ],
      { output, through: [createGzip()] },
    );
  }

  /** The newest commits that led to a commit, of one path where it is given. */
  async log(
    commit: string,
    options: { path?: string; count: number },
  ): Promise<Commit[]> {
    const printed = await this.git([
      ...['log', '-z', `--max-count=${options.count}`],
      ...[`--format=${COMMIT_FORMAT}`, commit, '--'],
      ...(options.path ? [options.path] : []),
    ]);
    return parseCommits(printed);
  }

  async countCommits(range: string): Promise<number> {
    return Number(await this.git(['rev-list', '--count', range, '--']));
  }

  async refNames(prefix: 'refs/heads' | 'refs/tags'): Promise<string[]> {
    const printed = await this.git([
      ...['for-each-ref', '--format=%(refname)', prefix],
    ]);
    return printed
      .toString('utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => line.slice(prefix.length + 1));
  }

  #stream(args: string[], output: Writable): Promise<void> {
    return streamGit(['--git-dir', this.directory, ...args], { output });
  }

  /** Type and size of objects, in the order asked for; undefined where there is none. */
  async lookUp(
    names: string[],
  ): Promise<({ sha: string; type: string; size: number } | undefined)[]> {
    const printed = await this.git(['cat-file', '--batch-check'], {
      input: names.map(name => `${name}\n`).join(''),
    });
    return printed
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map(line => {
        const match = /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(line);
        return match
          ? { sha: match[1], type: match[2], size: Number(match[3]) }
          : undefined;
      });
  }
}
