import { LoggerService } from '@backstage/backend-plugin-api';
import { Wiring } from '../ConnectContext';
import { ForgeRepository, Protection } from '../forge/ForgeRepository';
import { findLosses, judgeProtection } from './judgeProtection';
import { strengthen } from './strengthen';

/**
 * Protects the branch as the channel needs it, and reads back whether it holds.
 *
 * @returns what holds, in plain sentences
 * @throws Error naming what doesn't hold afterwards
 */
export async function protectBranch(
  forge: ForgeRepository,
  { branch, settings }: Pick<Wiring, 'branch' | 'settings'>,
  logger: LoggerService,
): Promise<string[]> {
  const { requiredCheck } = settings;
  const before = await forge.readProtection(branch);
  if (judgeProtection(before, requiredCheck).length === 0) {
    logger.info(`${branch} is protected already as the channel needs it`);
    return describe(before, branch, requiredCheck);
  }
  await forge.protect(branch, strengthen(before, requiredCheck));
  const after = await forge.readProtection(branch);
  const problems = [
    ...judgeProtection(after, requiredCheck),
    ...findLosses(before, after),
  ];
  if (problems.length > 0) {
    throw new Error(
      `The forge has taken the protection of ${branch}, and doesn't hold all of it: ${problems.join(
        '; ',
      )}. See to it in the repository's settings, and retry the task`,
    );
  }
  logger.info(`${branch} is protected now as the channel needs it`);
  return describe(after, branch, requiredCheck);
}

function describe(
  protection: Protection | undefined,
  branch: string,
  requiredCheck: string,
): string[] {
  const count =
    protection?.required_pull_request_reviews
      ?.required_approving_review_count ?? 0;
  return [
    `Changes of ${branch} come by pull request, and wait for the check '${requiredCheck}' on top of what is there.`,
    `They need ${
      count === 1 ? 'an approval' : `${count} approvals`
    }, and that of the code owners; a new push asks for it anew.`,
    `Administrators are held to it too, and nobody rewrites or removes ${branch}.`,
  ];
}
