/** GitHub's order: the first of these that is there counts. */
export const CODE_OWNERS_PATHS = [
  '.github/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
];

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

/**
 * Whose a file is: the owners of the last line that matches it; none where that
 * line names none.
 */
export function ownersOf(codeOwners: string, path: string): string[] {
  const lines = codeOwners
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
    .map(line => line.replace(/(^|\s)#.*$/, '').trim())
    .filter(line => line !== '' && line.length <= 300);
  const last = lines.findLast(line => {
    const [pattern] = line.split(/\s+/);
    // Each of these can make a match slower; nobody needs more.
    const wildcards = pattern.match(/\*+|\?/g) ?? [];
    return wildcards.length <= 4 && patternOf(pattern).test(path);
  });
  return last ? last.split(/\s+/).slice(1) : [];
}
