import { InputError } from '@backstage/errors';
import {
  Bundle,
  createBundle,
} from '@paved-road/backstage-plugin-paved-road-node';
import { CommandContext } from '../commands/types';
import { notePackProblems } from '../commands/notePackProblems';
import { BundleCache } from '../portal/BundleCache';
import { fetchBundle } from '../portal/fetchBundle';
import { PortalAccess } from '../portal/PortalAccess';
import { readPortalAddress } from '../portal/portalAddress';
import { readToken } from '../portal/readToken';
import { Project } from './findProject';
import { loadPacks } from './loadPacks';

/** Where the rules come from, as the command line says it. */
export interface BundleOptions {
  pack: string[];
  portal?: string;
  tokenFile?: string;
}

/** Rules, and where they are from. */
export interface LoadedBundle {
  bundle: Bundle;
  /** Where packs lie, by their id; relative to the working directory. */
  directories: Map<string, string>;
  /** To the portal that has given them. */
  access?: PortalAccess;
}

/**
 * The rules to check against: those that the portal has in force, with its
 * environments, else packs on this machine.
 *
 * @throws InputError where they can't be had completely.
 */
export async function loadBundle(
  options: BundleOptions,
  project: Project,
  { cwd, env, terminal, signal }: CommandContext,
): Promise<LoadedBundle> {
  if (options.portal !== undefined) {
    const portal = readPortalAddress(options.portal);
    const token = await readToken({ cwd, env, file: options.tokenFile });
    const cache = new BundleCache({ env, portal });
    const bundle = await fetchBundle({ portal, token, cache, signal });
    return { bundle, directories: new Map(), access: { portal, token } };
  }
  if (options.tokenFile !== undefined) {
    throw new InputError('--token-file is of no use without --portal');
  }
  const { packs, directories } = await loadPacks({
    cwd,
    named: options.pack,
    project,
  });
  const bundle = createBundle({
    packs,
    environments: project.file.environments,
  });
  notePackProblems(terminal, bundle.packs, directories);
  return { bundle, directories };
}
