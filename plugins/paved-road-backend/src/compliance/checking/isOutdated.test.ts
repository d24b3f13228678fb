import { standingOf } from '../__testUtils__/ends';
import { FinishedOutcome, ServiceStanding } from '../checks';
import { isOutdated } from './isOutdated';

const FINISHED_AT = '2026-11-24T08:00:00.000Z';
const MINUTE = 60_000;
const entityRef = 'component:default/payments';

const finished = (change: Partial<FinishedOutcome> = {}) =>
  standingOf(entityRef, { bundleDigest: 'sha256:b', ...change });

describe('isOutdated', () => {
  const later = (minutes: number) => ({
    now: Date.parse(FINISHED_AT) + minutes * MINUTE,
    bundleDigest: 'sha256:b',
    environment: 'production',
  });
  const failure = { error: 'The host is down', failedAt: FINISHED_AT };
  const pending = { checkId: 'check-2', state: 'queued' as const };

  it.each<[string, ServiceStanding | undefined, number, boolean]>([
    ['never checked', undefined, 0, true],
    ['waits for its first check', { entityRef, pending }, 0, false],
    ['its first check failed', { entityRef, failure }, 60, false],
    ['checked against these rules', finished(), 60 * 24, false],
    ['other rules', finished({ bundleDigest: 'sha256:a' }), 6, true],
    ['other environment', finished({ environment: 'staging' }), 6, true],
    ['other rules, just now', finished({ bundleDigest: 'sha256:a' }), 4, false],
    [
      'other rules, and waits',
      { ...finished({ bundleDigest: 'sha256:a' }), pending },
      6,
      false,
    ],
  ])('%s', (_, standing, minutes, expected) => {
    expect(isOutdated(standing, later(minutes))).toBe(expected);
  });
});
