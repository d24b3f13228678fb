import {
  ServiceStatus,
  UnknownReason,
} from '@paved-road/backstage-plugin-paved-road-common';
import { FinishedOutcome, ServiceStanding } from '../checks';
import { noVerdicts } from '../countVerdicts';
import { durationInWords } from './durationInWords';
import { CatalogedService } from '../catalog/cataloged';
import { Trust, trustCounts, trustIn } from './trust';

/** What a status is judged by, besides the checks. */
export interface StatusContext {
  /** In milliseconds since 1970. */
  now: number;
  /** How long a check's verdicts hold, in milliseconds. */
  freshnessMs: number;
  /** Of the rules in force. */
  bundleDigest: string;
  /** The environment whose enforcement counts. */
  environment: string;
}

const neverChecked: UnknownReason = {
  code: 'never-checked',
  message: 'The service has not been checked yet.',
};

/** A service's status, from its newest finished check and what came since. */
export function serviceStatus(
  service: Pick<CatalogedService, 'entityRef' | 'title' | 'owner'>,
  standing: ServiceStanding,
  context: StatusContext,
): ServiceStatus {
  const { entityRef, title, owner } = service;
  const { finished, failure, pending } = standing;
  const common = { entityRef, title, owner, pending };
  if (!finished) {
    return {
      ...common,
      verdict: 'unknown',
      reason: failure ? checkFailed(failure.error) : neverChecked,
      stale: false,
      bundleCurrent: false,
      counts: noVerdicts(),
    };
  }
  const { checkId, outcome } = finished;
  const trust = trustIn(standing, context);
  const gap = gapOf(outcome, standing, trust, context);
  return {
    ...common,
    verdict: gap ? 'unknown' : outcome.verdict,
    reason: gap,
    stale: trust === 'stale',
    bundleCurrent:
      outcome.bundleDigest === context.bundleDigest &&
      outcome.environment === context.environment,
    counts: trustCounts(outcome.counts, trust),
    worstSeverity: gap ? undefined : outcome.worstSeverity,
    checkId,
    checkedAt: outcome.finishedAt,
  };
}

/** Why nothing is known; undefined where something is. */
function gapOf(
  outcome: FinishedOutcome,
  { failure }: ServiceStanding,
  trust: Trust,
  { freshnessMs }: StatusContext,
): UnknownReason | undefined {
  if (trust === 'stale') {
    return {
      code: 'stale',
      message: `The newest check is older than ${durationInWords(
        freshnessMs,
      )}.${failure ? ` Since then one failed: ${failure.error}` : ''}`,
    };
  }
  if (outcome.verdict === 'fail') {
    return undefined;
  }
  return failure ? checkFailed(failure.error) : outcome.reason;
}

function checkFailed(error: string): UnknownReason {
  return {
    code: 'check-failed',
    message: `The newest check failed: ${error}`,
  };
}
