import { createHash, randomBytes } from 'node:crypto';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

const spell = (bytes: Buffer) =>
  [...bytes.subarray(0, 12)].map(byte => LETTERS[byte % 32]).join('');

/** An id that stays the same for the same words; nobody can take it for one of AWS's. */
export function stableId(prefix: string, ...words: string[]): string {
  const digest = createHash('sha256').update(words.join('\0')).digest();
  return `${prefix}-sandbox${spell(digest)}`;
}

/** An id that was never given before. */
export const newId = (prefix: string) =>
  `${prefix}-sandbox${spell(randomBytes(12))}`;
