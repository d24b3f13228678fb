import { InputError } from '@backstage/errors';
import { GitError } from './git';
import { Repository } from './Repository';
import { withIndex } from './withIndex';

const NOTHING = '0'.repeat(40);

const text = (printed: Buffer) => printed.toString('utf8').trim();

/** Who has written something, and when; the moment is now unless it is given. */
export interface Writer {
  name: string;
  email: string;
  date?: string;
}

/** Who writes where nobody has said who they are. */
export const SANDBOX: Writer = {
  name: 'Sandbox',
  email: 'sandbox@meridian.example',
};

function writerEnvironment(role: 'AUTHOR' | 'COMMITTER', writer: Writer) {
  return {
    [`GIT_${role}_NAME`]: writer.name,
    [`GIT_${role}_EMAIL`]: writer.email,
    ...(writer.date && { [`GIT_${role}_DATE`]: writer.date }),
  };
}

/** Stores a file's bytes and answers their SHA. */
export async function writeBlob(
  repository: Repository,
  content: Buffer,
): Promise<string> {
  const args = ['hash-object', '-w', '--stdin'];
  return text(await repository.git(args, { input: content }));
}

/**
 * Stores a tree: another one, with files put in and, without a SHA, taken out.
 *
 * @throws InputError for a path that git does not take.
 */
export async function writeTree(
  repository: Repository,
  options: {
    base?: string;
    entries: { path: string; mode: string; sha?: string }[];
  },
): Promise<string> {
  const lines = options.entries.map(({ path, mode, sha }) =>
    sha ? `${mode} ${sha}\t${path}\0` : `0 ${NOTHING}\t${path}\0`,
  );
  return withIndex(async env => {
    const from = options.base ? [options.base] : ['--empty'];
    await repository.git(['read-tree', ...from], { env });
    await repository.git(['update-index', '-z', '--index-info'], {
      env,
      input: lines.join(''),
    });
    // git passes over a path that would be unsafe somewhere, such as git~1.
    const listed = await repository.git(['ls-files', '-z'], { env });
    const paths = new Set(listed.toString('utf8').split('\0'));
    const ignored = options.entries.find(
      ({ path, sha }) => sha && !paths.has(path),
    );
    if (ignored) {
      throw new InputError(`git takes no file at ${ignored.path}`);
    }
    return text(await repository.git(['write-tree'], { env }));
  });
}

/** Stores a commit and answers its SHA; no branch moves. */
export async function writeCommit(
  repository: Repository,
  commit: {
    tree: string;
    parents: string[];
    message: string;
    author: Writer;
    committer?: Writer;
  },
): Promise<string> {
  const { tree, parents, message, author } = commit;
  const committer = commit.committer ?? author;
  return text(
    await repository.git(
      [
        ...['commit-tree', tree, '-F', '-'],
        ...parents.flatMap(parent => ['-p', parent]),
      ],
      {
        input: message,
        env: {
          ...writerEnvironment('AUTHOR', author),
          ...writerEnvironment('COMMITTER', committer),
        },
      },
    ),
  );
}

/**
 * Moves a branch, or makes it where it came from nowhere, and answers whether
 * it was still where the caller thought.
 */
export async function moveBranch(
  repository: Repository,
  move: {
    branch: string;
    from?: string;
    to: string;
    /** Where the branch no longer contains what it did: so that it isn't lost. */
    keep?: boolean;
  },
): Promise<boolean> {
  const { branch, from, to, keep } = move;
  const updates = [`update refs/heads/${branch} ${to} ${from ?? NOTHING}`];
  if (from && keep) {
    updates.push(`update refs/sandbox/kept/${from} ${from}`);
  }
  try {
    await repository.git(['update-ref', '--stdin'], {
      input: updates.map(update => `${update}\n`).join(''),
    });
    return true;
  } catch (error) {
    if (error instanceof GitError) {
      return false;
    }
    throw error;
  }
}
