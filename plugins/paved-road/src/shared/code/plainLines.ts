const LONGEST_LINE = 2_000;

/** The lines of a file as they can be shown; one without an end is cut. */
export function plainLines(lines: string[]): string[] {
  return lines.map(line =>
    line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line,
  );
}
