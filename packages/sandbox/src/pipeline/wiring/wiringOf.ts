import { NotFoundError } from '@backstage/errors';
import { CALLER_WORKFLOW_PATH } from '@paved-road/backstage-plugin-paved-road-common';
import { Repository } from '../../forge/git/Repository';
import { limits } from '../limits';
import { Wiring } from '../model';
import { readCallerWorkflow } from './callerWorkflow';
import { isOf, ProvisionedPipeline } from './provisionedPipelines';

/** A commit that a pipeline may have to look at. */
export interface Candidate {
  event: 'push' | 'pull-request';
  sha: string;
  branch: string;
  /** Where it goes to, or would go to. */
  base: string;
  pull?: number;
}

/** The text of a file of a commit; undefined where there is none, or a large one. */
export async function readFileOf(
  repository: Repository,
  sha: string,
  path: string,
): Promise<string | undefined> {
  try {
    const { mode, type, size, sha: blob } = await repository.entry(sha, path);
    const readable = type === 'blob' && mode !== '120000';
    return readable && (size ?? 0) <= limits.fileBytes
      ? (await repository.readBlob(blob)).toString('utf8')
      : undefined;
  } catch (error) {
    if (error instanceof NotFoundError) {
      return undefined;
    }
    throw error;
  }
}

/**
 * How a commit is wired to the platform's pipeline; undefined where it isn't. As
 * on GitHub, the workflow of the commit itself counts, and not the branch's that
 * it goes to.
 */
export async function wiringOf(
  repository: Repository,
  { sha, event, base }: Candidate,
  options: { workflow?: string; provisioned: ProvisionedPipeline[] },
): Promise<Wiring | undefined> {
  const text =
    options.workflow &&
    (await readFileOf(repository, sha, CALLER_WORKFLOW_PATH));
  const called =
    text &&
    options.workflow &&
    readCallerWorkflow(text, options.workflow, { event, branch: base });
  if (called) {
    return called;
  }
  return options.provisioned.find(
    pipeline =>
      isOf(pipeline, repository.id) &&
      (pipeline.branch === undefined || pipeline.branch === base),
  )?.wiring;
}
