import {
  CheckReport,
  OverallVerdict,
} from '@paved-road/backstage-plugin-paved-road-common';

/** What the exit code tells a script; see ADR 0005. */
export const exitCodes = {
  /** Nothing blocks. */
  goOn: 0,
  /** Something blocks. */
  blocked: 1,
  /** An input, a rule or the usage is wrong: the check isn't complete. */
  incomplete: 2,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** An incomplete check outweighs what blocks: nobody knows what it has missed. */
export function exitCodeOf({ documents }: CheckReport): ExitCode {
  const results = documents.flatMap(document => document.results);
  if (
    documents.some(({ error }) => error !== undefined) ||
    results.some(({ verdict }) => verdict === 'unknown')
  ) {
    return exitCodes.incomplete;
  }
  return results.some(
    ({ verdict, enforcement }) => verdict === 'fail' && enforcement === 'block',
  )
    ? exitCodes.blocked
    : exitCodes.goOn;
}

const judged: Record<OverallVerdict, ExitCode> = {
  pass: exitCodes.goOn,
  fail: exitCodes.blocked,
  unknown: exitCodes.incomplete,
};

/** Of a check that the portal has judged too: the worse of both counts. */
export function exitCodeWith(
  report: CheckReport,
  verdict: OverallVerdict,
): ExitCode {
  const own = exitCodeOf(report);
  return own > judged[verdict] ? own : judged[verdict];
}
