import { z } from 'zod';
import { Protection } from '../facts';

/** What matters here of GitHub's answer on a repository. */
export const repositoryAnswer = z.object({
  full_name: z.string().min(3).max(300),
  default_branch: z.string().min(1).max(255),
});

/** Of a folder: what lies in it. */
export const folderAnswer = z.array(z.object({ name: z.string() }));

/** Of a file that is small enough to be sent along. */
export const fileAnswer = z.object({
  type: z.literal('file'),
  encoding: z.literal('base64'),
  content: z.string(),
});

/** Of what GitHub refuses. */
export const refusalAnswer = z.object({ message: z.string() });

const enabled = z.object({ enabled: z.boolean() });

const protectionAnswer = z.object({
  required_status_checks: z
    .object({
      contexts: z.array(z.string()).default([]),
      checks: z.array(z.object({ context: z.string() })).default([]),
    })
    .nullish(),
  required_pull_request_reviews: z
    .object({
      require_code_owner_reviews: z.boolean().default(false),
      required_approving_review_count: z.number().default(0),
      dismiss_stale_reviews: z.boolean().default(false),
      bypass_pull_request_allowances: z
        .object({
          users: z.array(z.object({ login: z.string() })).default([]),
          teams: z.array(z.object({ slug: z.string() })).default([]),
          apps: z.array(z.object({ slug: z.string() })).default([]),
        })
        .nullish(),
    })
    .nullish(),
  enforce_admins: enabled.nullish(),
  allow_force_pushes: enabled.nullish(),
  allow_deletions: enabled.nullish(),
});

/**
 * What nobody says is not taken to hold.
 *
 * @returns undefined for what isn't GitHub's answer on a branch's protection
 */
export function toProtection(body: unknown): Protection | undefined {
  const { data } = protectionAnswer.safeParse(body);
  if (!data) {
    return undefined;
  }
  const checks = data.required_status_checks;
  const reviews = data.required_pull_request_reviews;
  const past = reviews?.bypass_pull_request_allowances;
  return {
    pullRequests: Boolean(reviews),
    codeOwnerReviews: reviews?.require_code_owner_reviews ?? false,
    approvals: reviews?.required_approving_review_count ?? 0,
    dismissesStale: reviews?.dismiss_stale_reviews ?? false,
    checks: [
      ...(checks?.contexts ?? []),
      ...(checks?.checks ?? []).map(({ context }) => context),
    ],
    administrators: data.enforce_admins?.enabled ?? false,
    forcePushes: data.allow_force_pushes?.enabled ?? true,
    deletions: data.allow_deletions?.enabled ?? true,
    bypass: [
      ...(past?.users ?? []).map(({ login }) => login),
      ...(past?.teams ?? []).map(({ slug }) => slug),
      ...(past?.apps ?? []).map(({ slug }) => slug),
    ],
  };
}
