import { z } from 'zod';
import { Protection } from '../state/model';
import { Links } from './links';

const context = z.string().min(1).max(255);

/** What `PUT …/protection` takes; GitHub wants the first four named even where they are null. */
export const protectionSchema = z.object({
  required_status_checks: z
    .object({
      strict: z.boolean(),
      contexts: z.array(context).max(100).optional(),
      checks: z.array(z.object({ context })).max(100).optional(),
    })
    .nullable(),
  enforce_admins: z.boolean().nullable(),
  required_pull_request_reviews: z
    .object({
      required_approving_review_count: z.number().int().min(0).max(6).nullish(),
      require_code_owner_reviews: z.boolean().nullish(),
      dismiss_stale_reviews: z.boolean().nullish(),
      require_last_push_approval: z.boolean().nullish(),
    })
    .nullable(),
  // Who may push is no question where nobody may.
  restrictions: z.object({}).nullable(),
  required_linear_history: z.boolean().nullish(),
  required_conversation_resolution: z.boolean().nullish(),
});

export function readProtection(
  branch: string,
  given: z.infer<typeof protectionSchema>,
): Protection {
  const { required_status_checks: checks } = given;
  const { required_pull_request_reviews: reviews } = given;
  const contexts = [
    ...(checks?.contexts ?? []),
    ...(checks?.checks ?? []).map(check => check.context),
  ];
  return {
    branch,
    requiredChecks: [...new Set(contexts)],
    strict: checks?.strict ?? false,
    enforceAdmins: given.enforce_admins ?? false,
    linearHistory: given.required_linear_history ?? false,
    conversationResolution: given.required_conversation_resolution ?? false,
    ...(reviews && {
      reviews: {
        approvals: reviews.required_approving_review_count ?? 1,
        codeOwners: reviews.require_code_owner_reviews ?? false,
        dismissStale: reviews.dismiss_stale_reviews ?? false,
        lastPush: reviews.require_last_push_approval ?? false,
      },
    }),
  };
}

/** A branch's protection in the form of GitHub's REST API. */
export function protectionShape(protection: Protection, links: Links) {
  const url = `${links.branch(protection.branch)}/protection`;
  const { requiredChecks, reviews } = protection;
  return {
    url,
    required_status_checks: {
      url: `${url}/required_status_checks`,
      contexts_url: `${url}/required_status_checks/contexts`,
      strict: protection.strict,
      contexts: requiredChecks,
      checks: requiredChecks.map(name => ({ context: name, app_id: null })),
    },
    enforce_admins: {
      url: `${url}/enforce_admins`,
      enabled: protection.enforceAdmins,
    },
    ...(reviews && {
      required_pull_request_reviews: {
        url: `${url}/required_pull_request_reviews`,
        required_approving_review_count: reviews.approvals,
        require_code_owner_reviews: reviews.codeOwners,
        dismiss_stale_reviews: reviews.dismissStale,
        require_last_push_approval: reviews.lastPush,
      },
    }),
    required_linear_history: { enabled: protection.linearHistory },
    required_conversation_resolution: {
      enabled: protection.conversationResolution,
    },
    allow_force_pushes: { enabled: false },
    allow_deletions: { enabled: false },
  };
}
