import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { Refusal } from './Refusal.mjs';

export const digestOf = bytes =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/**
 * Copies the documents of a verdict, each with the digest that it was checked
 * with; anything else in its place is refused.
 */
export async function keepDocuments({ documents, from, to }) {
  for (const { path, digest } of documents) {
    const place = resolve(to, path);
    if (relative(to, place).split('/')[0] === '..') {
      throw new Refusal(`The document ${path} lies outside of what was built`);
    }
    const bytes = await readFile(join(from, path)).catch(() => undefined);
    if (bytes === undefined || digestOf(bytes) !== digest) {
      throw new Refusal(
        `${path} is another document than the one that was checked, so nothing is deployed`,
      );
    }
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
}
