import { VerdictCounts } from '@paved-road/backstage-plugin-paved-road-common';
import { RuleVerdict } from './checks';

/** How many rules reached which verdict, failures split by what they do. */
export function countVerdicts(
  results: Pick<RuleVerdict, 'verdict' | 'enforcement'>[],
): VerdictCounts {
  const counts = noVerdicts();
  for (const { verdict, enforcement } of results) {
    counts[verdict] += 1;
    if (verdict === 'fail') {
      counts[enforcement === 'block' ? 'blocking' : 'advising'] += 1;
    }
  }
  return counts;
}

/** The counts where no rule has been evaluated. */
export function noVerdicts(): VerdictCounts {
  return {
    pass: 0,
    fail: 0,
    skip: 0,
    exempt: 0,
    unknown: 0,
    blocking: 0,
    advising: 0,
  };
}
