import { isUtf8 } from 'node:buffer';

const UTF_16 = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The text of a file in UTF-8, or in UTF-16 with a byte order mark as Windows
 * writes it; undefined for anything else.
 */
export function decodeText(bytes: Buffer): string | undefined {
  const marked = UTF_16.find(({ mark }) =>
    mark.every((byte, index) => bytes[index] === byte),
  );
  if (!marked && !isUtf8(bytes)) {
    return undefined;
  }
  const text = new TextDecoder(marked?.encoding ?? 'utf-8').decode(bytes);
  return text.includes('\0') ? undefined : text;
}
