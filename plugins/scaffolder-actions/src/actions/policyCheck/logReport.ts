import { LoggerService } from '@backstage/backend-plugin-api';
import {
  CheckReport,
  Finding,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Counts, isBlocking } from './countResults';
import { Failure, nameOf, placeOf, RecordedRule } from './failures';
import { plainLine } from '../../plainLine';

/** So many failures are told one by one; the page of the rule has the others. */
export const MOST_FAILURES = 30;
const MOST_FINDINGS = 5;
const MOST_REASONS = 20;

/** Says which rules fail, where, and how to comply. */
export function logFailures(
  failures: Failure[],
  remediations: Map<string, string>,
  logger: LoggerService,
): void {
  for (const failure of failures.slice(0, MOST_FAILURES)) {
    logFailure(failure, remediations.get(failure.result.rule), logger);
  }
  if (failures.length > MOST_FAILURES) {
    logger.warn(`And ${failures.length - MOST_FAILURES} more failures`);
  }
}

function logFailure(
  { document, result, rule }: Failure,
  remediation: string | undefined,
  logger: LoggerService,
): void {
  const { findings } = result;
  const severity = rule?.severity ? `, ${rule.severity}` : '';
  const effect =
    result.verdict === 'exempt' ? 'is exempt' : `fails (${result.enforcement})`;
  logger.warn(
    `${nameOf(result.rule, rule)} ${effect}${severity}, in ${plainLine(
      document,
    )}. Why: /paved-road/rules/${result.rule}`,
  );
  const shared = sharedRemediation(findings);
  for (const finding of findings.slice(0, MOST_FINDINGS)) {
    const place = placeOf(document, finding);
    const message = messageOf(finding, rule);
    const fix = shared ? undefined : finding.remediation;
    logger.warn(
      `  ${place}${message && `: ${message}`}${
        fix ? `. Fix: ${plainLine(fix)}` : ''
      }`,
    );
  }
  if (findings.length > MOST_FINDINGS) {
    logger.warn(`  and ${findings.length - MOST_FINDINGS} more places`);
  }
  const fix = shared ?? remediation;
  if (fix) {
    logger.warn(`  Fix: ${plainLine(fix)}`);
  }
}

/** What is to be done in all places alike, so that it is said once. */
function sharedRemediation(findings: Finding[]): string | undefined {
  const [first, ...others] = new Set(
    findings.map(({ remediation }) => remediation),
  );
  return others.length === 0 ? first : undefined;
}

/** Empty where it says no more than the rule's title, which stands above it. */
function messageOf(
  { message, propertyPath }: Finding,
  rule: RecordedRule | undefined,
): string {
  const text = plainLine(message || propertyPath).replace(/\.$/, '');
  return rule && text === plainLine(rule.title) ? '' : text;
}

/** Says what could not be checked, by document and reason. */
export function logUnknown(report: CheckReport, logger: LoggerService): void {
  const lines = report.documents.flatMap(({ path, error, results }) => {
    if (error !== undefined) {
      return [`${plainLine(path)} can't be checked: it ${plainLine(error)}`];
    }
    const byReason = new Map<string, string[]>();
    for (const { verdict, reason = 'no reason is given', rule } of results) {
      if (verdict === 'unknown') {
        byReason.set(reason, [...(byReason.get(reason) ?? []), rule]);
      }
    }
    return [...byReason].map(
      ([reason, rules]) =>
        `${plainLine(path)}: unknown for ${listSome(rules)}: ${plainLine(
          reason,
        )}`,
    );
  });
  for (const line of lines.slice(0, MOST_REASONS)) {
    logger.warn(line);
  }
  if (lines.length > MOST_REASONS) {
    logger.warn(`And ${lines.length - MOST_REASONS} more that are unknown`);
  }
}

/** Says the sum of it all. */
export function logSum(
  { documents, bundle }: CheckReport,
  counts: Counts,
  logger: LoggerService,
): void {
  logger.info(
    `${documents.length} ${
      documents.length === 1 ? 'document' : 'documents'
    } checked: ${counts.pass} pass, ${counts.blocking} fail and block, ${
      counts.advising
    } fail as advice, ${counts.unknown} unknown, ${
      counts.skip
    } don't apply. The bundle is ${bundle.digest}`,
  );
}

/** The rules that block, most severe first, each once. */
export function blockingRules(failures: Failure[]): string[] {
  return [
    ...new Set(
      failures
        .filter(({ result }) => isBlocking(result))
        .map(({ result, rule }) => nameOf(result.rule, rule)),
    ),
  ];
}

const MOST_NAMES = 10;

/** The first of many names, and how many there are beside. */
export function listSome(names: string[]): string {
  const more = names.length - MOST_NAMES;
  return [
    ...names.slice(0, MOST_NAMES),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
}
