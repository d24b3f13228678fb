import { mockServices } from '@backstage/backend-test-utils';
import { PolicyEngine } from '@paved-road/backstage-plugin-paved-road-node';
import { BundleService } from '../../rules/BundleService';
import { standingOf } from '../__testUtils__/ends';
import { FinishedOutcome, ServiceStanding } from '../checks';
import { Confirmation } from '../store/CheckQueue';
import { UnchangedServices } from './UnchangedServices';

const service = (name: string) => ({ entityRef: name, documents: 'infra/*' });

function standing(
  entityRef: string,
  change: Partial<FinishedOutcome> = {},
): [string, ServiceStanding] {
  return [entityRef, standingOf(entityRef, change)];
}

function setup(
  standings: [string, ServiceStanding][],
  options: {
    isUnchanged?: (ref: string) => boolean | Promise<boolean>;
    missing?: string[];
    /** Why the engine can't be asked. */
    problem?: Error;
  } = {},
) {
  const { isUnchanged = () => true, missing = [], problem } = options;
  const asked: string[] = [];
  const unchangedServices = new UnchangedServices({
    bundleService: {
      getBundle: async () => ({
        bundle: { digest: `sha256:${'b'.repeat(64)}` },
        missing,
      }),
    } as unknown as BundleService,
    engine: {
      getInfo: async () => {
        if (problem) {
          throw problem;
        }
        return { name: 'cfn-guard', version: '3.1.1' };
      },
    } as PolicyEngine,
    documentSource: {
      isUnchanged: async ({ entityRef }) => {
        asked.push(entityRef);
        return isUnchanged(entityRef);
      },
    },
    checkStore: { readStandings: async () => new Map(standings) },
    checkQueue: {
      confirm: async (all: Confirmation[]) =>
        all.map(({ entityRef }) => entityRef),
    },
    environment: 'production',
    logger: mockServices.logger.mock(),
  });
  const confirm = async (...names: string[]) =>
    [...(await unchangedServices.confirm(names.map(service)))].sort();
  return { asked, confirm };
}

describe('UnchangedServices', () => {
  it('confirms those whose source is as it was', async () => {
    const { confirm } = setup([standing('a'), standing('b')], {
      isUnchanged: ref => ref === 'a',
    });
    expect(await confirm('a', 'b', 'never-checked')).toEqual(['a']);
  });

  it.each<[string, Partial<FinishedOutcome>]>([
    ['other rules', { bundleDigest: 'sha256:other' }],
    ['another environment', { environment: 'staging' }],
    ['another engine', { engine: { name: 'cfn-guard', version: '4.0.0' } }],
    ['a gap that has to be looked at anew', { source: undefined }],
  ])('does not ask for the source after %s', async (_, differing) => {
    const { asked, confirm } = setup([standing('a', differing)]);
    expect(await confirm('a')).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('confirms nothing while a pack is missing, or the newest check has failed', async () => {
    const missing = setup([standing('a')], { missing: ['bank'] });
    expect(await missing.confirm('a')).toEqual([]);
    const [ref, known] = standing('a');
    const failure = { error: 'no', failedAt: '2026-11-24T13:00:00.000Z' };
    const failed = setup([[ref, { ...known, failure }]]);
    expect(await failed.confirm('a')).toEqual([]);
  });

  it('leaves to a check of its own what can not be read', async () => {
    const { confirm } = setup([standing('a'), standing('b')], {
      isUnchanged: async ref => {
        if (ref === 'a') {
          throw new Error('The host is down');
        }
        return true;
      },
    });
    expect(await confirm('a', 'b')).toEqual(['b']);
  });

  it('keeps no service from its own check where the engine can not be asked', async () => {
    const { confirm } = setup([standing('a')], {
      problem: new Error('The policy engine can not be started'),
    });
    expect(await confirm('a')).toEqual([]);
  });

  it('asks many hosts, each once', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `service-${index}`);
    const { asked, confirm } = setup(names.map(name => standing(name)));
    expect(await confirm(...names)).toEqual([...names].sort());
    expect([...asked].sort()).toEqual([...names].sort());
  });
});
