import { Preflight } from '@paved-road/backstage-plugin-paved-road-common';
import { preflight } from '../../__testUtils__/answers';
import { useTask } from '../../__testUtils__/useTask';

const encrypted: Preflight['results'][number] = {
  rule: 'acme/S3_ENCRYPTED',
  title: 'Buckets are encrypted',
  enforcement: 'block',
  verdict: 'fail',
  findings: [],
};

describe('what the rules say before a launch', () => {
  const { run, portal } = useTask();

  it('is told in the log, with what fails as advice and what is not known', async () => {
    portal().preflight = preflight({
      verdict: 'fail',
      passed: 7,
      advising: 1,
      results: [{ ...encrypted, enforcement: 'advise' }],
      unresolved: [
        {
          resource: 'Bucket',
          propertyPath: '/Resources/Bucket/Properties/BucketName',
          reason: 'an export of another stack',
        },
      ],
    });
    const { log, error } = await run();
    expect(error).toBeUndefined();
    expect(log).toEqual(
      expect.arrayContaining([
        'The rules for development: 7 pass, 0 fail and block, 1 fail as advice, 0 unknown',
        'Buckets are encrypted [acme/S3_ENCRYPTED] fails (advise)',
        'Not known before the launch: Bucket, /Resources/Bucket/Properties/BucketName: an export of another stack',
      ]),
    );
  });

  it.each([false, true])(
    'stops what it blocks, and names the rules (dry run: %s)',
    async isDryRun => {
      portal().preflight = preflight({
        verdict: 'fail',
        stops: true,
        blocking: 1,
        unknown: 1,
        results: [
          encrypted,
          {
            rule: 'acme/S3_LOGGED',
            enforcement: 'block',
            verdict: 'unknown',
            reason: 'its pack could not be read',
            findings: [],
          },
          {
            ...encrypted,
            rule: 'acme/S3_NAMED',
            title: 'Buckets have good names',
            enforcement: 'advise',
          },
        ],
      });
      const { error } = await run({ isDryRun });
      expect(error?.name).toBe('InputError');
      expect(error?.message).toMatch(
        /Buckets are encrypted \[acme\/S3_ENCRYPTED\] fails/,
      );
      expect(error?.message).toMatch(
        /S3_LOGGED is unknown \(block\): its pack could not be read/,
      );
      expect(error?.message).toMatch(
        /comply: \/paved-road\/rules\/acme\/S3_ENCRYPTED/,
      );
      expect(error?.message).not.toMatch(/S3_NAMED/);
      expect(portal().callsOf('launchProduct')).toEqual([]);
    },
  );

  it('says why, where nothing could be checked', async () => {
    portal().preflight = preflight({
      verdict: 'unknown',
      stops: true,
      problem: 'the template can’t be read',
    });
    const { error } = await run();
    expect(error?.message).toMatch(
      /development could not be checked: the template can’t be read/,
    );
    expect(portal().callsOf('launchProduct')).toEqual([]);
  });

  it('waits for an entity that was registered a moment ago', async () => {
    portal().refuseOnce('preflightLaunch', 404);
    portal().refuseOnce('preflightLaunch', 404);
    const { output, error } = await run({ entityPatienceMs: 60_000 });
    expect(error).toBeUndefined();
    expect(output.status).toBe('succeeded');
  });

  it('does not wait for ever', async () => {
    portal().refuseOnce('preflightLaunch', 404);
    const { error } = await run({ entityPatienceMs: 0 });
    expect(error?.message).toMatch(/404.*No preflightLaunch now/);
    expect(portal().callsOf('launchProduct')).toEqual([]);
  });

  it('is not asked in a dry run of what an earlier step would make', async () => {
    portal().refuseOnce('preflightLaunch', 404);
    const { log, error } = await run({
      isDryRun: true,
      entityPatienceMs: 60_000,
    });
    expect(error).toBeUndefined();
    expect(log.join('\n')).toMatch(/The rules are not asked/);
    expect(portal().callsOf('preflightLaunch')).toHaveLength(1);
  });

  it('does not get past a refusal of the portal', async () => {
    portal().refuseOnce('preflightLaunch', 403);
    const { error } = await run({ isDryRun: true, entityPatienceMs: 60_000 });
    expect(error?.message).toMatch(/403.*No preflightLaunch now/);
  });
});
