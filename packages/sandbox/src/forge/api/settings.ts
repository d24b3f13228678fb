import { Response } from 'express';
import { z } from 'zod';
import { Repository } from '../git/Repository';
import { baseUrlOf } from '../http/requests';
import { Settings } from '../state/model';
import { linksOf } from './links';
import { repositoryShape } from './shapes';

const words = z.string().max(350).nullish();
const flag = z.boolean().nullish();

/** What can be said of a repository; what the forge has no use for is passed over. */
export const repositoryFields = z.object({
  description: words,
  homepage: words,
  private: flag,
  visibility: z.enum(['public', 'private', 'internal']).nullish(),
  allow_merge_commit: flag,
  allow_squash_merge: flag,
});

/** Changes what was said and leaves the rest as it was. */
export function applyFields(
  settings: Settings,
  fields: z.infer<typeof repositoryFields>,
): void {
  const isPrivate = fields.visibility
    ? fields.visibility !== 'public'
    : fields.private;
  Object.assign(settings, {
    description: fields.description ?? settings.description,
    homepage: fields.homepage ?? settings.homepage,
    private: isPrivate ?? settings.private,
    allowMergeCommit: fields.allow_merge_commit ?? settings.allowMergeCommit,
    allowSquashMerge: fields.allow_squash_merge ?? settings.allowSquashMerge,
  });
}

/** A repository as GitHub's REST API describes it. */
export async function describeRepository(
  repository: Repository,
  baseUrl: string,
) {
  return repositoryShape(repository.id, {
    baseUrl,
    links: linksOf(baseUrl, repository.id),
    defaultBranch: await repository.defaultBranch(),
    settings: repository.state.read().settings,
  });
}

export async function sendRepository(res: Response, repository: Repository) {
  res.json(await describeRepository(repository, baseUrlOf(res.req)));
}
