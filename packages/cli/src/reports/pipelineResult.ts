import { relative, resolve } from 'node:path';
import { InputError } from '@backstage/errors';
import { CheckReport } from '@paved-road/backstage-plugin-paved-road-common';
import {
  Bundle,
  subjectDigestOf,
  toSarif,
} from '@paved-road/backstage-plugin-paved-road-node';
import { Posting } from '../commands/posting';
import { exitCodeOf, exitCodes } from '../exitCodes';
import { PostedResult } from '../portal/postResult';

/**
 * A check as the portal takes it, the same each time for the same documents and
 * rules: without times, and in an order of its own.
 *
 * @throws InputError for a document outside of the repository.
 */
export function pipelineResultOf(options: {
  report: CheckReport;
  bundle: Bundle;
  environment: string;
  posting: Posting;
  cwd: string;
  /** The repository's root, where the documents' paths begin. */
  root: string;
}): PostedResult {
  const { bundle, environment, posting, cwd, root } = options;
  const report = {
    ...options.report,
    documents: options.report.documents
      .map(document => ({
        ...document,
        path: pathIn(root, resolve(cwd, document.path)),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  const documents = report.documents.map(({ path, digest }) => ({
    path,
    digest,
  }));
  const [kind, namespace, name] = posting.service.split(/[:/]/);
  return {
    params: { kind, namespace, name, runId: posting.run },
    body: {
      commit: posting.commit,
      environment,
      stage: posting.stage,
      subjectDigest: subjectDigestOf(documents),
      bundleDigest: bundle.digest,
      documents,
      sarif: toSarif(report, bundle),
      outcome: exitCodeOf(report) === exitCodes.goOn ? 'passed' : 'failed',
      url: posting.runUrl,
    },
  };
}

function pathIn(root: string, place: string): string {
  const path = relative(root, place);
  if (path.split('/')[0] === '..') {
    throw new InputError(
      `${place} lies outside of the repository at ${root}, so the result can't be posted`,
    );
  }
  return path;
}
