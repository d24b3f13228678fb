import { RuleResult } from '@paved-road/backstage-plugin-paved-road-common';

/** How many results say what, over all documents. */
export type Counts = {
  pass: number;
  /** Those that block and those that advise. */
  fail: number;
  blocking: number;
  advising: number;
  unknown: number;
  skip: number;
};

/** What is exempt fails without blocking. */
export function countResults(results: RuleResult[]): Counts {
  const count = (matches: (result: RuleResult) => boolean) =>
    results.filter(matches).length;
  const blocking = count(isBlocking);
  const fail = count(isFailure);
  return {
    pass: count(({ verdict }) => verdict === 'pass'),
    fail,
    blocking,
    advising: fail - blocking,
    unknown: count(({ verdict }) => verdict === 'unknown'),
    skip: count(({ verdict }) => verdict === 'skip'),
  };
}

export function isFailure({ verdict }: RuleResult): boolean {
  return verdict === 'fail' || verdict === 'exempt';
}

export function isBlocking({ verdict, enforcement }: RuleResult): boolean {
  return verdict === 'fail' && enforcement === 'block';
}
