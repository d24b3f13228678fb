import { Bundle } from '@paved-road/backstage-plugin-paved-road-node';

/** The bundle in force and what could not be brought into it. */
export interface LoadedBundle {
  bundle: Bundle;
  /** The engine's words per digest of a file that doesn't parse. */
  brokenFiles: ReadonlyMap<string, string>;
  /** Packs that could not be loaded, and single files' problems. */
  problems: BundleProblem[];
  /**
   * The sources of packs that should be in force and aren't, since they could
   * never be read. A check against such a bundle has a gap, so it can't pass.
   */
  missing: string[];
}

/** What is wrong with a pack, or with one of its files. */
export interface BundleProblem {
  pack: string;
  message: string;
}
