/** A place in a text as editors count it, both 1-based. */
export interface Place {
  line: number;
  column: number;
}

const lineBreak = /\r\n|\r|\n/g;

/** Where an offset into the text lies. */
export function placeOf(text: string, offset: number): Place {
  let line = 1;
  let lineStart = 0;
  for (const { 0: characters, index } of text.matchAll(lineBreak)) {
    if (index + characters.length > offset) {
      break;
    }
    line += 1;
    lineStart = index + characters.length;
  }
  return { line, column: offset - lineStart + 1 };
}

/** The place in words, as all errors name it. */
export function describePlace({ line, column }: Place): string {
  return `line ${line}, column ${column}`;
}
