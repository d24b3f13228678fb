import { VerdictCounts } from '@paved-road/backstage-plugin-paved-road-common';
import { RuleVerdict, ServiceStanding } from '../checks';
import { noVerdicts } from '../countVerdicts';

/**
 * How far the newest finished check can be relied on: `stale` where it is too
 * old, so that nothing is known any more; `doubtful` where a newer check has
 * failed, so that what passed may no longer pass, while a known failure stays
 * one.
 */
export type Trust = 'current' | 'doubtful' | 'stale';

/**
 * @param now - in milliseconds since 1970
 * @param freshnessMs - how long a check's verdicts hold
 */
export function trustIn(
  standing: ServiceStanding,
  { now, freshnessMs }: { now: number; freshnessMs: number },
): Trust {
  const finishedAt = standing.finished?.outcome.finishedAt;
  if (finishedAt && now - Date.parse(finishedAt) > freshnessMs) {
    return 'stale';
  }
  return standing.failure ? 'doubtful' : 'current';
}

/** The results as far as they can be relied on. */
export function trustResults(
  results: RuleVerdict[],
  trust: Trust,
): RuleVerdict[] {
  switch (trust) {
    case 'stale':
      return results.map(result => ({
        ...result,
        verdict: 'unknown',
        reason:
          result.verdict === 'fail'
            ? 'Failed when last checked, too long ago to rely on'
            : 'Checked too long ago to rely on',
      }));
    case 'doubtful':
      return results.map(result =>
        result.verdict === 'fail'
          ? result
          : {
              ...result,
              verdict: 'unknown',
              reason: 'The newest check failed',
            },
      );
    default:
      return results;
  }
}

/** The counts of `trustResults`. */
export function trustCounts(
  counts: VerdictCounts,
  trust: Trust,
): VerdictCounts {
  const { pass, fail, skip, exempt, unknown, blocking, advising } = counts;
  const open = pass + skip + exempt + unknown;
  switch (trust) {
    case 'stale':
      return { ...noVerdicts(), unknown: open + fail };
    case 'doubtful':
      return { ...noVerdicts(), unknown: open, fail, blocking, advising };
    default:
      return counts;
  }
}
