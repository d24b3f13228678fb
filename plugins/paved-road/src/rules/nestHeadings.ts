const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^( {0,3})(#{1,6})(?=\s)/;
const DEEPEST = 6;

/**
 * Moves the headings of a Markdown text below those of the page that it is
 * shown on, so that they stay in order: a first-level one becomes one of the
 * level after `below`. Code blocks are left alone.
 */
export function nestHeadings(markdown: string, below: number): string {
  let fence: string | undefined;
  return markdown
    .split('\n')
    .map(line => {
      const mark = FENCE.exec(line)?.[1];
      if (mark && fence === undefined) {
        fence = mark;
      } else if (mark && fence && mark.startsWith(fence)) {
        fence = undefined;
      }
      return fence === undefined
        ? line.replace(
            HEADING,
            (_, indent, marks) =>
              `${indent}${'#'.repeat(Math.min(DEEPEST, below + marks.length))}`,
          )
        : line;
    })
    .join('\n');
}
