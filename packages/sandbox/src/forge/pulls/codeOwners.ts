const MOST_LINES = 1_000;

/** A pattern of `CODEOWNERS`, which are almost those of `.gitignore`. */
function patternOf(text: string): RegExp {
  const inner = text.replace(/^\//, '').replace(/\/$/, '');
  const anchored = text.startsWith('/') || inner.includes('/');
  const source = inner
    .split(/(\*\*\/?|\*|\?)/)
    .map(part => {
      const wild = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*', '?': '[^/]' };
      return (
        wild[part as keyof typeof wild] ??
        part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
      );
    })
    .join('');
  // `docs/*` means the files of a folder, and not those further down.
  const below = text.endsWith('/') ? '/.*' : '(?:/.*)?';
  const end = /\/\*$/.test(text) ? '' : below;
  return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${source}${end}$`);
}

/** A line of `CODEOWNERS` that says something. */
export interface OwnersLine {
  /** From 1 on. */
  number: number;
  /** As it is written. */
  source: string;
  pattern: string;
  owners: string[];
}

/** The lines of `CODEOWNERS`, without comments and those that are too long. */
export function readLines(codeOwners: string): OwnersLine[] {
  return codeOwners
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
    .flatMap((source, index) => {
      const text = source.replace(/(^|\s)#.*$/, '').trim();
      if (text === '' || text.length > 300) {
        return [];
      }
      const [pattern, ...owners] = text.split(/\s+/);
      return [{ number: index + 1, source, pattern, owners }];
    });
}

/**
 * Whose a file is: the owners of the last line that matches it; none where that
 * line names none.
 */
export function ownersOf(codeOwners: string, path: string): string[] {
  const last = readLines(codeOwners).findLast(({ pattern }) => {
    // Each of these can make a match slower; nobody needs more.
    const wildcards = pattern.match(/\*+|\?/g) ?? [];
    return wildcards.length <= 4 && patternOf(pattern).test(path);
  });
  return last?.owners ?? [];
}
