import { DocumentError } from './DocumentError';
import { describePlace, placeOf } from './places';

const marks = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** What the engine's YAML reader takes for text, and no more. */
const unprintable =
  // eslint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]/u;

/**
 * The text of a document in UTF-8 or UTF-16, which PowerShell writes around
 * `terraform show`, without its byte order mark.
 *
 * @throws DocumentError for bytes that are no text.
 */
export function decodeText(content: Uint8Array): string {
  const encoding = findEncoding(content);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    throw new DocumentError(
      `is not text in ${encoding.toUpperCase()}: save it as UTF-8`,
    );
  }
  if (text.trim() === '') {
    throw new DocumentError('is empty');
  }
  const found = unprintable.exec(text);
  if (found) {
    const code = found[0].codePointAt(0)!.toString(16).toUpperCase();
    throw new DocumentError(
      `is not a text file: it has the character U+${code.padStart(
        4,
        '0',
      )} at ${describePlace(placeOf(text, found.index))}`,
    );
  }
  return text;
}

/** Without a mark, every document in UTF-16 begins with one byte that is 0. */
function findEncoding(content: Uint8Array): string {
  const marked = marks.find(({ mark }) =>
    mark.every((byte, index) => content[index] === byte),
  );
  if (marked) {
    return marked.encoding;
  }
  const [first, second] = content;
  if (first === 0 && second > 0) {
    return 'utf-16be';
  }
  return first > 0 && second === 0 ? 'utf-16le' : 'utf-8';
}
