import { join, relative, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  loadControlTowerPack,
  loadPackDirectory,
  Pack,
} from '@paved-road/backstage-plugin-paved-road-node';
import { Project } from './findProject';

const CONTROL_TOWER = 'control-tower';

/** Packs, and where on this machine they come from. */
export interface LoadedPacks {
  packs: Pack[];
  /** By the pack's id; relative to the working directory. */
  directories: Map<string, string>;
}

/**
 * Loads the packs that are named, else the project's, else the repository's
 * `policies/`.
 *
 * @throws InputError where there are none, or one can't be loaded completely.
 */
export async function loadPacks(options: {
  cwd: string;
  /** From the command line. */
  named: string[];
  project: Project;
}): Promise<LoadedPacks> {
  const loaded = await Promise.all(
    [...new Set(choosePacks(options))].map(async source => {
      if (source === CONTROL_TOWER) {
        return { pack: await loadControlTowerPack() };
      }
      const directory = relative(options.cwd, source) || '.';
      return {
        pack: await loadPackDirectory({ directory: source }),
        directory,
      };
    }),
  );
  const directories = new Map<string, string>();
  for (const { pack, directory } of loaded) {
    if (directory !== undefined) {
      directories.set(pack.id, directory);
    }
  }
  return { packs: loaded.map(({ pack }) => pack), directories };
}

function choosePacks(options: {
  cwd: string;
  named: string[];
  project: Project;
}): string[] {
  const { cwd, named, project } = options;
  const absolute = (root: string) => (name: string) =>
    name === CONTROL_TOWER ? name : resolve(root, name);
  if (named.length > 0) {
    return named.map(absolute(cwd));
  }
  if (project.file.packs) {
    return project.file.packs.map(absolute(project.root));
  }
  if (project.policies) {
    return [project.policies];
  }
  throw new InputError(
    'There are no rules to check against: name a pack with --pack DIR or --pack control-tower, or write paved-road.yaml',
  );
}

/** Where a file of a pack lies, as a person finds it from the working directory. */
export function placeInPack(
  { directories }: Pick<LoadedPacks, 'directories'>,
  pack: string,
  path: string,
): string | undefined {
  const directory = directories.get(pack);
  return directory === undefined ? undefined : join(directory, path);
}
