import { createHash } from 'node:crypto';
import { posix } from 'node:path';

const LONGEST = 128;

/** The stack of a service's document: the same each time, for the same path. */
export function stackName(service: string, path: string): string {
  const name = service.split('/').pop() ?? service;
  const { dir, name: stem } = posix.parse(path);
  const words = [name, ...dir.split('/'), stem.replace(/\.template$/, '')]
    .join('-')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^[^A-Za-z]+|-+$/g, '');
  if (words.length <= LONGEST) {
    return words;
  }
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 12);
  return `${words.slice(0, LONGEST - 13)}-${digest}`;
}
