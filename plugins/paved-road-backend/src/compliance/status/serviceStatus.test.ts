import { standingOf } from '../__testUtils__/ends';
import { FinishedOutcome, RuleVerdict } from '../checks';
import { countVerdicts } from '../countVerdicts';
import { serviceStatus } from './serviceStatus';
import { trustIn, trustResults } from './trust';

const HOUR = 3_600_000;
const FINISHED_AT = '2026-11-24T08:00:00.000Z';
const service = {
  entityRef: 'component:default/payments',
  title: 'Payments',
  owner: 'group:default/payments',
};
const results: RuleVerdict[] = [
  { rule: 'bank/A', verdict: 'fail', enforcement: 'block', findings: [] },
  { rule: 'bank/B', verdict: 'pass', enforcement: 'block', findings: [] },
  { rule: 'bank/C', verdict: 'skip', enforcement: 'block', findings: [] },
];

function context(hoursLater: number) {
  return {
    now: Date.parse(FINISHED_AT) + hoursLater * HOUR,
    freshnessMs: 24 * HOUR,
    bundleDigest: 'sha256:b',
    environment: 'production',
  };
}

const finished = (change: Partial<FinishedOutcome> = {}) =>
  standingOf(service.entityRef, {
    bundleDigest: 'sha256:b',
    verdict: 'fail',
    counts: countVerdicts(results),
    worstSeverity: 'high',
    ...change,
  });

const passing = finished({
  verdict: 'pass',
  counts: countVerdicts(results.slice(1)),
  worstSeverity: undefined,
});
const failure = { error: 'The host is down', failedAt: FINISHED_AT };

describe('serviceStatus', () => {
  it('shows the newest check as long as it holds', () => {
    expect(serviceStatus(service, finished(), context(24))).toEqual({
      ...service,
      verdict: 'fail',
      stale: false,
      bundleCurrent: true,
      counts: countVerdicts(results),
      worstSeverity: 'high',
      checkId: 'check-1',
      checkedAt: FINISHED_AT,
    });
  });

  it.each([
    ['a pass', passing],
    ['a failure', finished()],
  ])('knows nothing any more once a check is too old: %s', (_, standing) => {
    const status = serviceStatus(service, standing, context(24.01));
    expect(status).toMatchObject({
      verdict: 'unknown',
      reason: {
        code: 'stale',
        message: 'The newest check is older than 24 hours.',
      },
      stale: true,
      worstSeverity: undefined,
      counts: { pass: 0, skip: 0, fail: 0, blocking: 0 },
    });
    expect(status.counts.unknown).toBe(standing === passing ? 2 : 3);
  });

  it('is unknown before the first check, and while only failed ones are there', () => {
    const { entityRef } = service;
    expect(serviceStatus(service, { entityRef }, context(0))).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'never-checked' },
      stale: false,
      bundleCurrent: false,
    });
    expect(
      serviceStatus(service, { entityRef, failure }, context(0)),
    ).toMatchObject({
      verdict: 'unknown',
      reason: {
        code: 'check-failed',
        message: 'The newest check failed: The host is down',
      },
    });
  });

  it('does not go on passing when a newer check has failed', () => {
    expect(
      serviceStatus(service, { ...passing, failure }, context(1)),
    ).toMatchObject({
      verdict: 'unknown',
      reason: { code: 'check-failed' },
      counts: { pass: 0, skip: 0, unknown: 2 },
    });
  });

  it('goes on failing when a newer check has failed', () => {
    expect(
      serviceStatus(service, { ...finished(), failure }, context(1)),
    ).toMatchObject({
      verdict: 'fail',
      reason: undefined,
      counts: { fail: 1, blocking: 1, pass: 0, unknown: 2 },
    });
  });

  it('keeps the reason why a check could not tell', () => {
    const reason = { code: 'no-documents' as const, message: 'None' };
    expect(
      serviceStatus(
        service,
        finished({ verdict: 'unknown', reason }),
        context(1),
      ),
    ).toMatchObject({ verdict: 'unknown', reason });
  });

  it.each([{ bundleDigest: 'sha256:other' }, { environment: 'staging' }])(
    'tells when the rules have changed since: %j',
    change => {
      expect(
        serviceStatus(service, finished(change), context(1)).bundleCurrent,
      ).toBe(false);
    },
  );

  it.each([1, 25])('counts what the results show, after %d hours', hours => {
    for (const standing of [finished(), { ...finished(), failure }]) {
      const shown = trustResults(results, trustIn(standing, context(hours)));
      expect(serviceStatus(service, standing, context(hours)).counts).toEqual(
        countVerdicts(shown),
      );
    }
  });

  it('gives a reason for every result that is no longer known', () => {
    const shown = trustResults(results, 'stale');
    expect(shown.map(({ verdict }) => verdict)).toEqual(
      results.map(() => 'unknown'),
    );
    expect(shown.every(({ reason }) => reason)).toBe(true);
    expect(shown[0].reason).toMatch(/^Failed when last checked/);
  });
});
