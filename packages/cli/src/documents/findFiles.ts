import { realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import picomatch from 'picomatch';
import { walk } from './walk';

/** A file that may be a document. */
export interface FoundFile {
  /** As a person would write it from the working directory. */
  path: string;
  /** True where it was named itself, so that it has to be a document. */
  named: boolean;
}

const documentName = /\.(?:ya?ml|json|template)$/i;

/**
 * The files that arguments mean: a file itself, of a directory those whose name
 * ends in yaml, yml, json or template, and the matches of a glob.
 *
 * @throws InputError for an argument that means nothing, naming each.
 */
export async function findFiles(options: {
  cwd: string;
  targets: string[];
}): Promise<FoundFile[]> {
  const { cwd, targets } = options;
  const found = new Map<string, FoundFile>();
  const missing: string[] = [];
  for (const target of targets) {
    const files = await filesOf(cwd, target);
    if (files.length === 0) {
      missing.push(target);
    }
    for (const file of files) {
      const place = await realpath(resolve(cwd, file.path));
      const known = found.get(place);
      found.set(place, {
        path: known?.path ?? file.path,
        named: file.named || (known?.named ?? false),
      });
    }
  }
  if (missing.length > 0) {
    throw new InputError(
      `There is no document at ${missing
        .map(target => `'${target}'`)
        .join(', ')}`,
    );
  }
  return [...found.values()];
}

async function filesOf(cwd: string, target: string): Promise<FoundFile[]> {
  const info = await stat(resolve(cwd, target)).catch(() => undefined);
  if (info?.isDirectory()) {
    const files = await walk(resolve(cwd, target));
    return files
      .filter(path => documentName.test(path))
      .map(path => ({ path: join(target, path), named: false }));
  }
  if (info) {
    return [{ path: target, named: true }];
  }
  const { base, glob, isGlob } = picomatch.scan(target);
  if (!isGlob || !(await stat(resolve(cwd, base)).catch(() => undefined))) {
    return [];
  }
  const matches = picomatch(glob);
  const files = await walk(resolve(cwd, base));
  return files
    .filter(path => matches(path))
    .map(path => ({ path: join(base, path), named: false }));
}
