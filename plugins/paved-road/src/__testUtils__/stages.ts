import {
  RuleStages,
  ServiceStages,
  StageSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { hoursAgo } from './examples';
import { COMMIT } from './pipelineResults';

/** What is known of a stage: a pass, where not told otherwise. */
export function stageSummary(some: Partial<StageSummary> = {}): StageSummary {
  return {
    stage: 'pipeline',
    verdict: 'pass',
    id: `result-of-${some.stage ?? 'pipeline'}`,
    runId: 'build-42',
    commit: COMMIT,
    bundleDigest: `sha256:${'b'.repeat(64)}`,
    at: hoursAgo(2),
    url: 'https://ci.example.com/runs/42',
    ...some,
  };
}

export const source = (some: Partial<StageSummary> = {}) =>
  stageSummary({
    ...{ stage: 'source', id: 'check-1', runId: undefined, url: undefined },
    ...some,
  });
export const deployed = (some: Partial<StageSummary> = {}) =>
  stageSummary({ stage: 'deployed', ...some });

/** Source and pipeline pass, and nothing is deployed, where not told otherwise. */
export function serviceStages(
  some: Partial<ServiceStages> = {},
): ServiceStages {
  return {
    environment: 'production',
    environments: ['production'],
    stages: [source(), stageSummary(), { stage: 'deployed' }],
    unexplainedIn: [],
    rules: [],
    holding: 9,
    ...some,
  };
}

/** Where no pipeline has posted anything. */
export const nothingPosted = serviceStages({
  stages: [source(), { stage: 'pipeline' }, { stage: 'deployed' }],
});

/** A rule that fails at the source only. */
export function ruleStages(some: Partial<RuleStages> = {}): RuleStages {
  return {
    rule: 'meridian/BUCKET_IS_ENCRYPTED',
    title: 'Buckets are encrypted',
    enforcement: 'block',
    source: 'fail',
    pipeline: 'held',
    disagrees: true,
    ...some,
  };
}
