import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { PROJECT_FILE, ProjectFile, readProjectFile } from './projectFile';

const POLICIES = 'policies';

/** What the repository says of its own check. */
export interface Project {
  /** Where relative paths in `file` begin: absolute. */
  root: string;
  file: ProjectFile;
  /** The repository's own pack, where the file names none: absolute. */
  policies?: string;
}

/**
 * Looks for `paved-road.yaml` and `policies/` from a directory up to the root of
 * its git repository; outside of a repository in that directory alone, so that
 * no stranger's file further up decides.
 *
 * @throws InputError for a `paved-road.yaml` that can't be used.
 */
export async function findProject(options: {
  cwd: string;
  /** Path of a project file that is to be used instead. */
  config?: string;
}): Promise<Project> {
  const { cwd, config } = options;
  if (config !== undefined) {
    const path = resolve(cwd, config);
    return { root: dirname(path), file: await readProjectFile(path) };
  }
  let policies: string | undefined;
  for (const directory of await repositoryAbove(cwd)) {
    if (!policies && (await isDirectory(join(directory, POLICIES)))) {
      policies = join(directory, POLICIES);
    }
    const path = join(directory, PROJECT_FILE);
    if (await isThere(path)) {
      return { root: directory, file: await readProjectFile(path), policies };
    }
  }
  return { root: cwd, file: {}, policies };
}

/**
 * The directories from here up to the repository's root, inside first; outside
 * of a repository this one alone.
 */
export async function repositoryAbove(cwd: string): Promise<string[]> {
  const directories: string[] = [];
  for (let directory = cwd; ; directory = dirname(directory)) {
    directories.push(directory);
    if (await isThere(join(directory, '.git'))) {
      return directories;
    }
    if (dirname(directory) === directory) {
      return [cwd];
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function isDirectory(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
