import { Protection } from '../forge/ForgeRepository';

/** What doesn't hold of a branch's protection, in words; empty where all holds. */
export function judgeProtection(
  protection: Protection | undefined,
  requiredCheck: string,
): string[] {
  const checks = protection?.required_status_checks;
  const reviews = protection?.required_pull_request_reviews;
  const bypass = reviews?.bypass_pull_request_allowances;
  const mayBypass = [bypass?.users, bypass?.teams, bypass?.apps].some(
    who => who && who.length > 0,
  );
  return [
    !contextsOf(protection).includes(requiredCheck) &&
      `a merge doesn't wait for '${requiredCheck}'`,
    !checks?.strict && 'a change need not be up to date with the branch',
    !reviews?.require_code_owner_reviews && "code owners aren't asked",
    !reviews?.required_approving_review_count && 'nobody has to approve',
    !reviews?.dismiss_stale_reviews &&
      'an approval holds for what is pushed after it',
    mayBypass && 'some may push without a pull request',
    !protection?.enforce_admins?.enabled && "administrators aren't held",
    protection?.allow_force_pushes?.enabled !== false &&
      'the branch may be rewritten',
    protection?.allow_deletions?.enabled !== false &&
      'the branch may be removed',
  ].filter(problem => typeof problem === 'string');
}

/** What held before and doesn't any more, in words. */
export function findLosses(
  before: Protection | undefined,
  after: Protection | undefined,
): string[] {
  const checks = contextsOf(after);
  const approvals = (of: Protection | undefined) =>
    of?.required_pull_request_reviews?.required_approving_review_count ?? 0;
  const switches = switchesOf(after);
  return [
    ...[...new Set(contextsOf(before))]
      .filter(context => !checks.includes(context))
      .map(context => `a merge no longer waits for '${context}'`),
    ...switchesOf(before)
      .filter(name => !switches.includes(name))
      .map(name => `'${name}' is no longer on`),
    ...(approvals(after) < approvals(before)
      ? [
          `${approvals(after)} approvals are enough, no longer ${approvals(
            before,
          )}`,
        ]
      : []),
  ];
}

function contextsOf(protection: Protection | undefined): string[] {
  const checks = protection?.required_status_checks;
  return [
    ...(checks?.contexts ?? []),
    ...(checks?.checks ?? []).map(({ context }) => context),
  ];
}

function switchesOf(protection: Protection | undefined): string[] {
  const reviews = protection?.required_pull_request_reviews;
  const switches = {
    restrictions: protection?.restrictions !== undefined,
    require_last_push_approval: reviews?.require_last_push_approval,
    required_linear_history: protection?.required_linear_history?.enabled,
    required_conversation_resolution:
      protection?.required_conversation_resolution?.enabled,
    required_signatures: protection?.required_signatures?.enabled,
    block_creations: protection?.block_creations?.enabled,
    lock_branch: protection?.lock_branch?.enabled,
  };
  return Object.entries(switches).flatMap(([name, on]) => (on ? [name] : []));
}
