import { matching } from './checks';
import { TextFile } from './goldenPaths';
import { planOf } from './terraform/planOf';

const PLAN = 'plan.json';

/** What is checked of a golden path's result. */
export interface Documents {
  /** As they lie in the repository, which has none of some kinds. */
  source: TextFile[];
  /** As the build hands them over. */
  built: TextFile[];
}

/** Finds the documents, and makes those that only a build makes. */
export async function documentsOf(
  files: TextFile[],
  patterns: string,
): Promise<Documents> {
  const source = matching(files, patterns);
  const built =
    patterns === PLAN ? [{ path: PLAN, content: await planOf(files) }] : source;
  return { source, built };
}
