import { GitError } from './git';
import { Repository } from './Repository';

/** One file that differs between two commits. */
export interface FileChange {
  path: string;
  status: 'added' | 'removed' | 'modified';
  /** Lines; undefined for what isn't text. */
  additions?: number;
  deletions?: number;
}

const PLAIN = ['--no-renames', '--no-ext-diff', '--no-textconv', '--no-color'];

/** The newest commit that both contain; undefined where they have nothing in common. */
export async function mergeBase(
  repository: Repository,
  one: string,
  other: string,
): Promise<string | undefined> {
  try {
    const printed = await repository.git(['merge-base', one, other]);
    return printed.toString('utf8').split('\n')[0];
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) {
      return undefined;
    }
    throw error;
  }
}

const STATUS = { A: 'added', D: 'removed' } as const;

/** The files that differ between two commits, in the order of their paths. */
export async function changedFiles(
  repository: Repository,
  from: string,
  to: string,
): Promise<FileChange[]> {
  const printed = async (how: string) =>
    (await repository.git(['diff', how, '-z', ...PLAIN, from, to, '--']))
      .toString('utf8')
      .split('\0')
      .filter(part => part !== '');
  const names = await printed('--name-status');
  const statusOf = new Map<string, FileChange['status']>();
  for (let at = 0; at + 1 < names.length; at += 2) {
    const letter = names[at] as keyof typeof STATUS;
    statusOf.set(names[at + 1], STATUS[letter] ?? 'modified');
  }
  return (await printed('--numstat')).map(line => {
    const [additions, deletions, ...path] = line.split('\t');
    const lines = (count: string) =>
      count === '-' ? undefined : Number(count);
    return {
      path: path.join('\t'),
      status: statusOf.get(path.join('\t')) ?? 'modified',
      additions: lines(additions),
      deletions: lines(deletions),
    };
  });
}

/** What differs between two commits, as git writes it for people. */
export async function patchOf(
  repository: Repository,
  from: string,
  to: string,
): Promise<string> {
  const printed = await repository.git(['diff', ...PLAIN, from, to, '--']);
  return printed.toString('utf8');
}
