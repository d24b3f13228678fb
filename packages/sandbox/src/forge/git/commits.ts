export interface Signature {
  name: string;
  email: string;
  /** ISO 8601, in UTC. */
  date: string;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

const FIELDS = [
  ...['%H', '%T', '%P'],
  ...['%an', '%ae', '%at', '%cn', '%ce', '%ct', '%B'],
];

/** For `git log -z --format=…`: fields and commits alike end with a NUL. */
export const COMMIT_FORMAT = FIELDS.join('%x00');

const date = (seconds: string) =>
  new Date(Number(seconds) * 1_000).toISOString().replace('.000Z', 'Z');

/** Reads what `git log` prints in {@link COMMIT_FORMAT}. */
export function parseCommits(printed: Buffer): Commit[] {
  const fields = printed.toString('utf8').split('\0');
  const commits: Commit[] = [];
  for (let at = 0; at + FIELDS.length <= fields.length; at += FIELDS.length) {
    const [sha, tree, parents, ...rest] = fields.slice(at, at + FIELDS.length);
    const [authorName, authorEmail, authoredAt, ...more] = rest;
    const [committerName, committerEmail, committedAt, message] = more;
    commits.push({
      sha,
      tree,
      parents: parents === '' ? [] : parents.split(' '),
      author: {
        name: authorName,
        email: authorEmail,
        date: date(authoredAt),
      },
      committer: {
        name: committerName,
        email: committerEmail,
        date: date(committedAt),
      },
      message: message.trimEnd(),
    });
  }
  return commits;
}
