/** One entry of a git tree. */
export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** In bytes; only blobs have one. */
  size?: number;
  path: string;
}

const ENTRY = /^(\d{6}) (blob|tree|commit) ([0-9a-f]{40}) +(\d+|-)\t(.+)$/s;

/** Reads what `git ls-tree -lz` prints. */
export function parseTree(printed: Buffer): TreeEntry[] {
  return printed
    .toString('utf8')
    .split('\0')
    .filter(line => line !== '')
    .map(line => {
      const match = ENTRY.exec(line);
      if (!match) {
        throw new Error('git ls-tree has printed a line of an unknown form');
      }
      const [, mode, type, sha, size, path] = match;
      return {
        mode,
        type: type as TreeEntry['type'],
        sha,
        ...(size === '-' ? {} : { size: Number(size) }),
        path,
      };
    });
}
