import { Protection, WantedProtection } from '../forge/ForgeRepository';

/** GitHub's sign for a check that any app may set. */
const ANY_APP = -1;

/**
 * The protection that the channel needs, on top of what is there: nothing that
 * holds now is let go.
 */
export function strengthen(
  current: Protection | undefined,
  requiredCheck: string,
): WantedProtection {
  const reviews = current?.required_pull_request_reviews;
  const bypass = reviews?.bypass_pull_request_allowances;
  const dismissal = reviews?.dismissal_restrictions;
  const { restrictions } = current ?? {};
  return {
    required_status_checks: {
      strict: true,
      checks: checksOf(current, requiredCheck),
    },
    enforce_admins: true,
    required_pull_request_reviews: {
      require_code_owner_reviews: true,
      required_approving_review_count: Math.max(
        reviews?.required_approving_review_count ?? 1,
        1,
      ),
      // Else what was approved could be changed before it is merged.
      dismiss_stale_reviews: true,
      require_last_push_approval: reviews?.require_last_push_approval ?? false,
      ...(dismissal && { dismissal_restrictions: namesOf(dismissal) }),
      // Only where there are some: GitHub takes the list from organisations alone.
      ...(bypass && {
        bypass_pull_request_allowances: { users: [], teams: [], apps: [] },
      }),
    },
    restrictions: restrictions ? namesOf(restrictions) : null,
    allow_force_pushes: false,
    allow_deletions: false,
    required_linear_history: current?.required_linear_history?.enabled ?? false,
    required_conversation_resolution:
      current?.required_conversation_resolution?.enabled ?? false,
    block_creations: current?.block_creations?.enabled ?? false,
    lock_branch: current?.lock_branch?.enabled ?? false,
    allow_fork_syncing: current?.allow_fork_syncing?.enabled ?? false,
  };
}

function checksOf(current: Protection | undefined, requiredCheck: string) {
  const known = current?.required_status_checks;
  const apps = new Map(
    known?.checks?.map(({ context, app_id: app }) => [context, app]),
  );
  const contexts = new Set([
    ...apps.keys(),
    ...(known?.contexts ?? []),
    requiredCheck,
  ]);
  return [...contexts].map(context => ({
    context,
    app_id: apps.get(context) ?? ANY_APP,
  }));
}

function namesOf(who: {
  users?: { login?: string }[];
  teams?: { slug?: string }[];
  apps?: { slug?: string }[] | unknown[];
}) {
  const slugs = (of: unknown[] = []) =>
    of.flatMap(one => {
      const { slug } = one as { slug?: string };
      return slug ? [slug] : [];
    });
  return {
    users: (who.users ?? []).flatMap(({ login }) => (login ? [login] : [])),
    teams: slugs(who.teams),
    apps: slugs(who.apps),
  };
}
