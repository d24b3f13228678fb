import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CALLER_WORKFLOW_PATH,
  CallerWorkflow,
  CODE_OWNERS_PATH,
  CODE_OWNERS_PLACES,
  PipelineProvider,
  renderCallerWorkflow,
} from '@paved-road/backstage-plugin-paved-road-common';
import { withPlatform } from '../../pipeline';
import { readPlatformFile } from './platformFile';

/** What a file says, and what it is to say. */
export interface PlannedFile {
  path: string;
  /** Absent where there is no such file. */
  before?: string;
  after: string;
}

const BUILDS: Record<PipelineProvider, string[]> = {
  'github-actions': [
    '.github/actions/build/action.yml',
    '.github/actions/build/action.yaml',
  ],
  'service-catalog': ['buildspec.yml'],
};

export async function planCallerWorkflow(
  workspacePath: string,
  caller: CallerWorkflow,
): Promise<PlannedFile> {
  const path = CALLER_WORKFLOW_PATH;
  const before = await readPlatformFile(workspacePath, path);
  return { path, before, after: renderCallerWorkflow(caller) };
}

/** The platform's lines go where GitHub heeds them, and the team's stay with them. */
export async function planCodeOwners(
  workspacePath: string,
  team: string,
  logger: LoggerService,
): Promise<PlannedFile> {
  for (const place of CODE_OWNERS_PLACES) {
    const text = await readPlatformFile(workspacePath, place);
    if (text === undefined) {
      continue;
    }
    const after = withPlatform(text, team);
    if (place !== 'docs/CODEOWNERS') {
      return { path: place, before: text, after };
    }
    // The platform doesn't own this place, and the one that it owns comes first.
    logger.warn(
      `${place}: what it says stands now in ${CODE_OWNERS_PATH}, which GitHub heeds instead; take it away`,
    );
    return { path: CODE_OWNERS_PATH, after };
  }
  return { path: CODE_OWNERS_PATH, after: withPlatform('', team) };
}

/** The build is the team's, so nothing is written there. */
export async function warnOfBuild(
  workspacePath: string,
  provider: PipelineProvider,
  logger: LoggerService,
): Promise<void> {
  const paths = BUILDS[provider];
  for (const path of paths) {
    if ((await readPlatformFile(workspacePath, path)) !== undefined) {
      return;
    }
  }
  logger.warn(
    `${paths[0]}: isn't there; the pipeline can't build anything without it, so write it in another step`,
  );
}
