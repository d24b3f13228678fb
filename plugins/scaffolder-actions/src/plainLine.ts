/** A stranger's text as one line, without anything that a terminal would obey. */
export function plainLine(text: string): string {
  return text.replace(/[\s\p{C}]+/gu, ' ').trim();
}
