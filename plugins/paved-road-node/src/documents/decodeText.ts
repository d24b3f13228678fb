import { DocumentError } from './DocumentError';

const encodings = [
  { mark: [0xef, 0xbb, 0xbf], name: 'utf-8' },
  { mark: [0xff, 0xfe], name: 'utf-16le' },
  { mark: [0xfe, 0xff], name: 'utf-16be' },
] as const;

/**
 * The text of a document in UTF-8 or, with a byte order mark as PowerShell
 * writes it around `terraform show`, UTF-16.
 *
 * @throws DocumentError for bytes that are no text.
 */
export function decodeText(content: Uint8Array): string {
  const encoding = encodings.find(({ mark }) =>
    mark.every((byte, index) => content[index] === byte),
  );
  const name = encoding?.name ?? 'utf-8';
  try {
    return new TextDecoder(name, { fatal: true }).decode(content);
  } catch {
    throw new DocumentError(
      `is not text in ${name.toUpperCase()}: save it as UTF-8`,
    );
  }
}
