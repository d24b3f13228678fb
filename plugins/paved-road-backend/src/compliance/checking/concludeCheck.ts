import {
  DocumentReport,
  OverallVerdict,
  overallVerdict,
  severities,
  Severity,
  UnknownReason,
  VerdictCounts,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle } from '@paved-road/backstage-plugin-paved-road-node';
import { CheckContent, RuleVerdict } from '../checks';
import { combineResults } from './combineResults';
import { countVerdicts } from '../countVerdicts';

/** What a check says of a service. */
export interface Conclusion {
  content: CheckContent;
  verdict: OverallVerdict;
  /** Why the verdict is `unknown`. */
  reason?: UnknownReason;
  counts: VerdictCounts;
  worstSeverity?: Severity;
}

/**
 * Puts the verdicts on a service's documents together. Where anything is
 * missing (no document, one that can't be read, a rule that can't be evaluated,
 * a pack that isn't in force) the service is `unknown` with the reason, unless a
 * rule fails: a failure outweighs a gap.
 *
 * @param reports - of the documents that could be fetched
 * @param unreadable - documents that match and couldn't even be fetched
 * @param missingPacks - packs that should be in force and aren't
 */
export function concludeCheck(options: {
  reports: DocumentReport[];
  unreadable: { path: string; error: string }[];
  bundle: Bundle;
  environment: string;
  missingPacks: string[];
}): Conclusion {
  const { bundle, reports, unreadable, missingPacks } = options;
  const documents = [
    ...reports.map(({ results: _, ...document }) => document),
    ...unreadable.map(({ path, error }) => ({
      path,
      format: 'unknown' as const,
      error,
    })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const results = documents.length > 0 ? combineResults(options) : [];
  const gap = findGap({ documents, results }, missingPacks);
  const failing = results.filter(({ verdict }) => verdict === 'fail');
  return {
    content: { documents, results },
    ...judge(results, gap),
    counts: countVerdicts(results),
    worstSeverity: severities.find(severity =>
      failing.some(({ rule }) => bundle.rules.get(rule)?.severity === severity),
    ),
  };
}

function judge(
  results: RuleVerdict[],
  gap: UnknownReason | undefined,
): { verdict: OverallVerdict; reason?: UnknownReason } {
  if (overallVerdict(results.map(({ verdict }) => verdict)) === 'fail') {
    return { verdict: 'fail' };
  }
  return gap ? { verdict: 'unknown', reason: gap } : { verdict: 'pass' };
}

function findGap(
  { documents, results }: CheckContent,
  missingPacks: string[],
): UnknownReason | undefined {
  if (documents.length === 0) {
    return {
      code: 'no-documents',
      message:
        'No document matches what the annotation names. What a build writes is checked by the pipeline.',
    };
  }
  const unreadable = documents.filter(({ error }) => error);
  if (unreadable.length > 0) {
    const [{ path, error }] = unreadable;
    return {
      code: 'document-error',
      message: `${path} ${error}${andMore(unreadable.length)}`,
    };
  }
  if (missingPacks.length > 0) {
    return {
      code: 'rule-error',
      message: `Not all rules are in force; these packs could not be loaded: ${missingPacks.join(
        ', ',
      )}.`,
    };
  }
  const unknown = results.filter(({ verdict }) => verdict === 'unknown');
  if (unknown.length > 0) {
    return {
      code: 'rule-error',
      message: `${unknown[0].rule} could not be evaluated${andMore(
        unknown.length,
      )}`,
    };
  }
  return results.length === 0
    ? { code: 'rule-error', message: 'There are no rules in force.' }
    : undefined;
}

function andMore(count: number): string {
  return count > 1 ? ` (and ${count - 1} more)` : '';
}
