import { Repository } from './Repository';
import { withIndex } from './withIndex';

/** Reads what `git ls-files -u -z` prints: `<mode> <sha> <stage>\t<path>`. */
function parseUnmerged(printed: Buffer) {
  return printed
    .toString('utf8')
    .split('\0')
    .filter(line => line !== '')
    .map(line => {
      const tab = line.indexOf('\t');
      const [mode, sha, stage] = line.slice(0, tab).split(' ');
      return { mode, sha, stage, path: line.slice(tab + 1) };
    });
}

/**
 * Carries the changes between `base` and `theirs` over to `ours`, whole files
 * at a time. Where both have changed the same file, ours stays and its path is
 * named.
 */
export function mergeTrees(
  repository: Repository,
  trees: { base: string; ours: string; theirs: string },
): Promise<{ tree: string; kept: string[] }> {
  return withIndex(async env => {
    await repository.git(
      [
        ...['read-tree', '-i', '-m', '--aggressive'],
        ...[trees.base, trees.ours, trees.theirs],
      ],
      { env },
    );
    const unmerged = parseUnmerged(
      await repository.git(['ls-files', '--unmerged', '-z'], { env }),
    );
    const kept = [...new Set(unmerged.map(({ path }) => path))];
    const removals = kept.map(path => `0 ${'0'.repeat(40)}\t${path}\0`);
    const ours = unmerged
      .filter(({ stage }) => stage === '2')
      .map(({ mode, sha, path }) => `${mode} ${sha}\t${path}\0`);
    await repository.git(['update-index', '-z', '--index-info'], {
      env,
      input: [...removals, ...ours].join(''),
    });
    const tree = await repository.git(['write-tree'], { env });
    return { tree: tree.toString('utf8').trim(), kept };
  });
}
