import {
  CheckReport,
  Preflight,
  PreflightSummary,
  severities,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Bundle } from '@paved-road/backstage-plugin-paved-road-node';

type Result = Preflight['results'][number];

/** A pre-flight of which nothing is known; it stops where failures would. */
export function unknownPreflight(
  environment: { name: string; enforcement: 'block' | 'advise' },
  problem: string,
): Preflight {
  return {
    verdict: 'unknown',
    environment: environment.name,
    blocking: 0,
    advising: 0,
    unknown: 0,
    stops: environment.enforcement === 'block',
    results: [],
    passed: 0,
    unresolved: [],
    problem,
  };
}

/** What a report of one template says to the one who is about to launch it. */
export function toPreflight(
  report: CheckReport,
  bundle: Bundle,
  options: { environment: string; unresolved: Preflight['unresolved'] },
): Preflight {
  const [document] = report.documents;
  const results = document.results
    .flatMap((result): Result[] => {
      const { verdict } = result;
      if (verdict !== 'fail' && verdict !== 'unknown') {
        return [];
      }
      const rule = bundle.rules.get(result.rule);
      return [
        {
          rule: result.rule,
          title: rule?.title,
          severity: rule?.severity,
          enforcement: result.enforcement,
          verdict,
          reason: result.reason,
          findings: result.findings,
        },
      ];
    })
    .sort(compareResults);
  const failing = results.filter(({ verdict }) => verdict === 'fail');
  return {
    verdict: report.verdict,
    environment: options.environment,
    bundleDigest: report.bundle.digest,
    documentDigest: document.digest,
    blocking: failing.filter(isBlocking).length,
    advising: failing.filter(result => !isBlocking(result)).length,
    unknown: results.length - failing.length,
    stops: results.some(isBlocking),
    results,
    passed: document.results.filter(({ verdict }) => verdict === 'pass').length,
    unresolved: options.unresolved,
    problem: document.error && `The template ${document.error}`,
  };
}

/** What is kept of a pre-flight with the change that it came before. */
export function summarize(preflight: Preflight): PreflightSummary {
  const { verdict, environment, bundleDigest, documentDigest } = preflight;
  const { blocking, advising, unknown } = preflight;
  return {
    verdict,
    environment,
    bundleDigest,
    documentDigest,
    blocking,
    advising,
    unknown,
  };
}

function isBlocking({ enforcement }: Result): boolean {
  return enforcement === 'block';
}

/** What stops first, then the most harmful. */
function compareResults(a: Result, b: Result): number {
  const rank = (result: Result) => [
    isBlocking(result) ? 0 : 1,
    result.verdict === 'fail' ? 0 : 1,
    result.severity ? severities.indexOf(result.severity) : severities.length,
  ];
  const [first, second] = [rank(a), rank(b)];
  const index = first.findIndex((part, at) => part !== second[at]);
  return index < 0
    ? a.rule.localeCompare(b.rule)
    : first[index] - second[index];
}
