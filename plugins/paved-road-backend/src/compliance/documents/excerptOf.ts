/** Lines shown before and after the one that a finding is about. */
const AROUND = 5;

/** Minified documents have all in one line. */
const LONGEST_LINE = 500;

/**
 * The lines around one of a text. Lines that are too long to read are cut, and
 * what would disturb a page is replaced.
 *
 * @param line - 1-based
 * @returns undefined where the text has no such line
 */
export function excerptOf(
  text: string,
  line: number,
): { startLine: number; lines: string[] } | undefined {
  const all = text.split(/\r\n|\r|\n/);
  if (line > all.length) {
    return undefined;
  }
  const start = Math.max(0, line - 1 - AROUND);
  return {
    startLine: start + 1,
    lines: all.slice(start, line + AROUND).map(readable),
  };
}

function readable(line: string): string {
  const clean = line
    .slice(0, LONGEST_LINE)
    // eslint-disable-next-line no-control-regex -- these are what is to go
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '\ufffd');
  return line.length > LONGEST_LINE ? `${clean}…` : clean;
}
