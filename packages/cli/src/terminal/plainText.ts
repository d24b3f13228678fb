/**
 * A text from a stranger without anything that a terminal would obey: control
 * characters, escape sequences, and marks that turn the direction of writing.
 * Line breaks become spaces unless they are to be kept.
 */
export function plainText(
  text: string,
  options: { keepLines?: boolean } = {},
): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      .replace(options.keepLines ? /\t/g : /[\t\n]+/g, ' ')
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
      .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
  );
}
