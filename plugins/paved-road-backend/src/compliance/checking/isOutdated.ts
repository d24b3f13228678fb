import { ServiceStanding } from '../checks';

/**
 * Replicas read the packs at different times. So long a check holds although
 * the rules are others, lest two of them check by turns.
 */
const RULES_SETTLE_MS = 5 * 60_000;

/**
 * Whether a service has to be checked before its turn: it never was, or against
 * other rules than those in force.
 *
 * @param now - in milliseconds since 1970
 */
export function isOutdated(
  standing: ServiceStanding | undefined,
  context: { now: number; bundleDigest: string; environment: string },
): boolean {
  if (standing?.pending || standing?.failure) {
    // What failed waits for the schedule, so that a host that is down is not
    // asked without a pause.
    return false;
  }
  if (!standing?.finished) {
    return true;
  }
  const { bundleDigest, environment, finishedAt } = standing.finished.outcome;
  const sameRules =
    bundleDigest === context.bundleDigest &&
    environment === context.environment;
  return !sameRules && context.now - Date.parse(finishedAt) > RULES_SETTLE_MS;
}
