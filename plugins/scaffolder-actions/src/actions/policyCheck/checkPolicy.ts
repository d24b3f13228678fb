import { InputError } from '@backstage/errors';
import {
  CheckReport,
  overallVerdict,
  PavedRoadClient,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  matchDocuments,
  readDocumentPatterns,
} from '@paved-road/backstage-plugin-paved-road-node';
import { portalError } from '../../portalError';
import { countResults } from './countResults';
import {
  Failure,
  failuresOf,
  readRemediations,
  RecordedRule,
} from './failures';
import {
  blockingRules,
  listSome,
  logFailures,
  logSum,
  logUnknown,
  MOST_FAILURES,
} from './logReport';
import { PolicyCheckContext } from './PolicyCheckContext';
import { readDocuments, WorkspaceDocument } from './readDocuments';

/** Does what the action promises, with a client that calls as the user. */
export async function checkPolicy(
  client: PavedRoadClient,
  ctx: PolicyCheckContext,
): Promise<void> {
  const { environment, packs, onFailure = 'fail' } = ctx.input;
  const patterns = readDocumentPatterns(
    [ctx.input.documents].flat().join(','),
    "The input 'documents'",
  );
  const documents = await readDocuments(ctx.workspacePath, patterns);
  warnOfIdlePatterns(patterns, documents, ctx);

  const report = await client.checkDocuments({ documents, environment, packs });
  const results = report.documents.flatMap(document => document.results);
  const counts = countResults(results);
  ctx.output('verdict', report.verdict);
  ctx.output('bundleDigest', report.bundle.digest);
  ctx.output('counts', counts);
  ctx.output(
    'documents',
    report.documents.map(({ path, digest, results: ofDocument }) => ({
      path,
      digest,
      verdict: overallVerdict(ofDocument.map(({ verdict }) => verdict)),
    })),
  );

  const failures = await tellFailures(client, report, ctx);
  ctx.output('blocking', blockingRules(failures));
  logUnknown(report, ctx.logger);
  logSum(report, counts, ctx.logger);

  const problem = whatStops(report, failures, environment);
  if (problem && onFailure === 'fail') {
    throw new InputError(problem);
  }
  if (problem) {
    ctx.logger.warn(`The task goes on all the same: ${problem}`);
  }
}

function warnOfIdlePatterns(
  patterns: string[],
  documents: WorkspaceDocument[],
  { logger }: PolicyCheckContext,
): void {
  for (const pattern of patterns) {
    const matches = matchDocuments([pattern]);
    if (!documents.some(({ path }) => matches(path))) {
      logger.warn(`No file matches '${pattern}'`);
    }
  }
}

/** The verdict stands, even where nothing more can be told of its rules. */
async function tellFailures(
  client: PavedRoadClient,
  report: CheckReport,
  ctx: PolicyCheckContext,
): Promise<Failure[]> {
  let failures = failuresOf(report, new Map());
  let remediations = new Map<string, string>();
  if (failures.length > 0) {
    try {
      const { items } = await client.listRules();
      const rules = new Map<string, RecordedRule>(
        items.map(rule => [rule.id, rule]),
      );
      failures = failuresOf(report, rules);
      remediations = await readRemediations(
        client,
        failures.slice(0, MOST_FAILURES),
      );
    } catch (error) {
      ctx.signal?.throwIfAborted();
      ctx.logger.warn(
        `What is recorded of the rules can't be told: ${
          portalError(error).message
        }`,
      );
    }
  }
  logFailures(failures, remediations, ctx.logger);
  return failures;
}

/** A failure that only advises must not hide what could not be checked. */
function whatStops(
  report: CheckReport,
  failures: Failure[],
  environment: string | undefined,
): string | undefined {
  const blocking = blockingRules(failures);
  const unknown = new Set(
    report.documents.flatMap(({ results }) =>
      results
        .filter(({ verdict }) => verdict === 'unknown')
        .map(({ rule }) => rule),
    ),
  );
  const problems = [
    ...(blocking.length > 0 ? [`${listSome(blocking)} fail and block`] : []),
    ...(unknown.size > 0 ? [`${listSome([...unknown])} can't be told`] : []),
    ...(report.verdict === 'unknown' && unknown.size === 0
      ? ['nothing was checked']
      : []),
  ];
  return problems.length > 0
    ? `The documents don't pass the rules for ${
        environment ?? 'the default environment'
      }: ${problems.join('; ')}. The log says where, and how to comply`
    : undefined;
}
