import {
  CheckConclusion,
  CheckContent,
  FinishedOutcome,
  ServiceStanding,
} from '../checks';

/** A content in which the rules named have failed, each with one finding. */
export function contentWith(failing: string[] = []): CheckContent {
  return {
    documents: [
      {
        path: 'infra/a.yaml',
        format: 'cloudformation-yaml',
        digest: `sha256:${'a'.repeat(64)}`,
      },
    ],
    results: failing.map(rule => ({
      rule,
      verdict: 'fail',
      enforcement: 'block',
      findings: [
        {
          document: 'infra/a.yaml',
          resource: 'Logs',
          propertyPath: '/Resources/Logs',
          line: 3,
          message: 'Say why',
        },
      ],
    })),
  };
}

/** The end of a check in which the rules named have failed. */
export function finishedWith(
  failing: string[] = [],
): { state: 'finished'; content: CheckContent } & CheckConclusion {
  return {
    state: 'finished',
    bundleDigest: `sha256:${'b'.repeat(64)}`,
    environment: 'production',
    engine: { name: 'cfn-guard', version: '3.1.1' },
    verdict: failing.length > 0 ? 'fail' : 'pass',
    counts: {
      pass: 0,
      fail: failing.length,
      skip: 0,
      exempt: 0,
      unknown: 0,
      blocking: failing.length,
      advising: 0,
    },
    worstSeverity: failing.length > 0 ? 'high' : undefined,
    source: { key: `sha256:${'c'.repeat(64)}`, etag: 'commit-1' },
    content: contentWith(failing),
  };
}

/** Where a service stands whose newest check has passed. */
export function standingOf(
  entityRef: string,
  change: Partial<FinishedOutcome> = {},
): ServiceStanding & Required<Pick<ServiceStanding, 'finished'>> {
  const { content: _, ...conclusion } = finishedWith();
  return {
    entityRef,
    finished: {
      checkId: 'check-1',
      outcome: {
        ...conclusion,
        startedAt: '2026-11-24T08:00:00.000Z',
        finishedAt: '2026-11-24T08:00:00.000Z',
        contentDigest: 'sha256:c',
        ...change,
      },
    },
  };
}
