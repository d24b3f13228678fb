import {
  PipelineResult,
  PipelineResultSummary,
  PipelineRuleResult,
} from '@paved-road/backstage-plugin-paved-road-common';
import { finding, hoursAgo, PAYMENTS_API } from './examples';

export const COMMIT = 'abcdef0123456789abcdef0123456789abcdef01';

export function pipelineSummary(
  some: Partial<PipelineResultSummary> = {},
): PipelineResultSummary {
  return {
    id: 'result-1',
    entityRef: PAYMENTS_API,
    runId: 'build-42',
    stage: 'pipeline',
    pipeline: { id: 'platform', title: 'Platform pipeline' },
    commit: COMMIT,
    environment: 'production',
    subjectDigest: `sha256:${'5'.repeat(64)}`,
    bundleDigest: `sha256:${'b'.repeat(64)}`,
    outcome: 'passed',
    verdict: 'pass',
    reasons: [],
    counts: { evaluated: 9, blocking: 0, advising: 0, unknown: 0 },
    url: 'https://ci.example.com/runs/42',
    receivedAt: hoursAgo(2),
    ...some,
  };
}

export function pipelineResult(
  summary: PipelineResultSummary,
  results: PipelineRuleResult[],
): PipelineResult {
  return { ...summary, documents: [], results, heldRules: [] };
}

export function pipelineRuleResult(
  some: Partial<PipelineRuleResult> = {},
): PipelineRuleResult {
  return {
    rule: 'meridian/BUCKET_IS_ENCRYPTED',
    verdict: 'fail',
    enforcement: 'block',
    findings: some.verdict === 'unknown' ? [] : [finding()],
    ...some,
  };
}
