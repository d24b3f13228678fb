import { CheckSummary } from '@paved-road/backstage-plugin-paved-road-common';
import { KeptCheck } from '../checks';

/** A check as it is shown in a list. */
export function toCheckSummary(check: KeptCheck): CheckSummary {
  const { id, entityRef, requester, requestedAt, trigger } = check;
  const asked = {
    id,
    entityRef,
    trigger,
    requestedBy: requester?.type === 'user' ? requester.name : undefined,
    requestedAt,
  };
  if (check.state !== 'ended') {
    return {
      ...asked,
      state: check.state,
      startedAt: check.state === 'running' ? check.startedAt : undefined,
    };
  }
  const { outcome } = check;
  const { startedAt, finishedAt } = outcome;
  return outcome.state === 'failed'
    ? { ...asked, state: 'failed', startedAt, finishedAt, error: outcome.error }
    : {
        ...asked,
        state: 'finished',
        startedAt,
        finishedAt,
        bundleDigest: outcome.bundleDigest,
        engineVersion: outcome.engine.version,
        verdict: outcome.verdict,
        counts: outcome.counts,
      };
}
