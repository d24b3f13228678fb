import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { InputDocument } from '../documents/types';
import { Pack } from '../packs/types';

export const repositoryRoot = resolve(__dirname, '../../../..');

/** Every file of the examples that could be an infrastructure document. */
export function exampleDocuments(): InputDocument[] {
  const root = join(repositoryRoot, 'examples');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.includes('node_modules'))
    .map(path => ({
      path: relative(root, path),
      content: readFileSync(path),
    }));
}

/** The documents of the pack's unit tests. */
export function unitTestDocuments(pack: Pack): InputDocument[] {
  return pack.rules.flatMap(rule =>
    rule.examples.map(example => ({
      path: `${rule.name}: ${example.name}`,
      content: Buffer.from(example.input),
    })),
  );
}
