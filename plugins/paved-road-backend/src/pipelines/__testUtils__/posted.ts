import { Verdict } from '@paved-road/backstage-plugin-paved-road-common';
import {
  createBundle,
  digestOf,
  subjectDigestOf,
  toSarif,
} from '@paved-road/backstage-plugin-paved-road-node';
import { acmePack } from '../../__testUtils__/acmePack';
import { PostedResult } from '../results';

/** Fails with `advise` in staging, with `block` in production. */
export const BUCKET = 'acme/bucket_is_private';
export const QUEUE = 'acme/queue_is_encrypted';

export const bundle = createBundle({ packs: [acmePack()] });

const paths = ['infra/bucket one.yaml', 'infra/queue.yaml'];

/** What an honest pipeline sends, all rules passing unless told otherwise. */
export function posted(
  change: Partial<PostedResult> = {},
  verdicts: Record<string, Verdict> = {},
): PostedResult {
  const documents = paths.map(path => ({ path, digest: digestOf(path) }));
  const results = [BUCKET, QUEUE].map(rule => ({
    rule,
    verdict: verdicts[rule] ?? ('pass' as const),
    enforcement: 'block' as const,
    findings:
      verdicts[rule] === 'fail'
        ? [
            {
              resource: 'Logs',
              propertyPath: '/Resources/Logs',
              line: 2,
              message: 'The bucket can be read by others',
            },
          ]
        : [],
    reason: verdicts[rule] === 'unknown' ? 'The rule is broken' : undefined,
  }));
  const report = {
    bundle: { digest: bundle.digest },
    engine: { name: 'cfn-guard', version: '3.1.1' },
    verdict: 'pass' as const,
    documents: documents.map(document => ({
      ...document,
      format: 'cloudformation-yaml' as const,
      results,
    })),
  };
  return {
    commit: 'c'.repeat(40),
    environment: 'production',
    stage: 'pipeline',
    subjectDigest: subjectDigestOf(documents),
    bundleDigest: bundle.digest,
    documents,
    sarif: toSarif(report, bundle),
    outcome: 'passed',
    ...change,
  };
}
