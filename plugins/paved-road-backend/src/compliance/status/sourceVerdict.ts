import {
  Enforcement,
  overallVerdict,
  OverallVerdict,
} from '@paved-road/backstage-plugin-paved-road-common';
import { CheckContent, FinishedOutcome, RuleVerdict } from '../checks';
import { Trust } from './trust';

/**
 * What the newest finished check says of the source, judged as a pipeline's
 * result is: a failure that only advises in the environment doesn't fail it, and
 * a gap leaves it open.
 *
 * @param results - as far as they can be relied on
 * @param enforcementOf - what a failure of a rule does in the environment
 * @param complete - whether all rules that should be in force are
 */
export function sourceVerdict(options: {
  outcome: Pick<FinishedOutcome, 'verdict'>;
  trust: Trust;
  documents: CheckContent['documents'];
  results: RuleVerdict[];
  enforcementOf: (rule: string) => Enforcement;
  complete: boolean;
}): OverallVerdict {
  const { complete, documents, enforcementOf, outcome, results, trust } =
    options;
  const others = results.filter(({ verdict }) => verdict !== 'fail');
  const failing = results.filter(({ verdict }) => verdict === 'fail');
  if (failing.some(({ rule }) => enforcementOf(rule) === 'block')) {
    return 'fail';
  }
  const gap =
    !complete ||
    trust !== 'current' ||
    outcome.verdict === 'unknown' ||
    documents.some(({ error }) => error !== undefined) ||
    overallVerdict([
      ...others.map(({ verdict }) => verdict),
      // What only advises has been evaluated.
      ...failing.map(() => 'skip' as const),
    ]) !== 'pass';
  return gap ? 'unknown' : 'pass';
}
