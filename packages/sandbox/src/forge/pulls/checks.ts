import { Protection, Status } from '../state/model';

/** The newest status of each check, in the order in which the checks came. */
export function latestStatuses(statuses: Status[]): Status[] {
  const latest = new Map<string, Status>();
  for (const status of statuses) {
    latest.set(status.context, status);
  }
  return [...latest.values()];
}

/** What all checks of a commit say together, as GitHub combines them. */
export function combinedState(
  statuses: Status[],
): 'failure' | 'pending' | 'success' {
  const states = latestStatuses(statuses).map(({ state }) => state);
  if (states.some(state => state === 'failure' || state === 'error')) {
    return 'failure';
  }
  return states.length > 0 && states.every(state => state === 'success')
    ? 'success'
    : 'pending';
}

export type CheckState = 'expected' | 'pending' | 'failing' | 'passed';

const STATES: Record<Status['state'], CheckState> = {
  error: 'failing',
  failure: 'failing',
  pending: 'pending',
  success: 'passed',
};

/** How each of these checks stands for a commit. */
export function standingOf(
  contexts: string[],
  statuses: Status[],
): { context: string; state: CheckState }[] {
  const latest = latestStatuses(statuses);
  return contexts.map(context => {
    const status = latest.find(found => found.context === context);
    return { context, state: status ? STATES[status.state] : 'expected' };
  });
}

/** Why required checks hold a merge, in GitHub's words; undefined where none does. */
export function heldByChecks(
  protection: Protection | undefined,
  statuses: Status[],
): string | undefined {
  const checks = standingOf(protection?.requiredChecks ?? [], statuses);
  const unmet = checks.filter(({ state }) => state !== 'passed');
  if (unmet.length === 0) {
    return undefined;
  }
  if (checks.length === 1) {
    const [{ context, state }] = unmet;
    return `Required status check "${context}" is ${state}.`;
  }
  const counts = (['failing', 'pending', 'expected'] as const)
    .map(state => ({
      state,
      count: unmet.filter(check => check.state === state).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`);
  return `${unmet.length} of ${
    checks.length
  } required status checks have not succeeded: ${counts.join(', ')}.`;
}
