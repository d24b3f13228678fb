import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../../__testUtils__/databases';
import { finishedWith } from '../__testUtils__/ends';
import { BundleService } from '../../rules/BundleService';
import { CheckSchedule } from './CheckSchedule';
import { DatabaseCheckQueue } from '../store/DatabaseCheckQueue';
import { DatabaseCheckStore } from '../store/DatabaseCheckStore';

const databases = createTestDatabases();

describe('CheckSchedule', () => {
  async function setup(names: string[], confirmed: string[] = []) {
    const knex = await databases.init('SQLITE_3');
    const checkQueue = new DatabaseCheckQueue(knex);
    const checkStore = new DatabaseCheckStore(knex);
    const digest = `sha256:${'b'.repeat(64)}`;
    const schedule = new CheckSchedule({
      auth: mockServices.auth(),
      serviceCatalog: {
        findService: async () => undefined,
        listServices: async () =>
          names.map(entityRef => ({ entityRef, documents: 'infra/*' })),
      },
      bundleService: {
        getBundle: async () => ({ bundle: { digest } }),
      } as unknown as BundleService,
      checkStore,
      checkQueue,
      unchangedServices: { confirm: async () => new Set(confirmed) },
      environment: 'production',
      onQueued: () => {},
    });
    const waiting = async () =>
      [...(await checkStore.readStandings()).values()]
        .filter(({ pending }) => pending)
        .map(({ entityRef }) => entityRef)
        .sort();
    const endAll = async () => {
      for (;;) {
        const claim = await checkQueue.claim();
        if (!claim) {
          return;
        }
        await checkQueue.end(claim, finishedWith());
      }
    };
    return { endAll, schedule, waiting };
  }

  it('asks for the first check of what is new, once', async () => {
    const names = ['a'];
    const { endAll, schedule, waiting } = await setup(names);
    await schedule.requestOutdated();
    await schedule.requestOutdated();
    expect(await waiting()).toEqual(['a']);
    await endAll();
    names.push('b');
    await schedule.requestOutdated();
    expect(await waiting()).toEqual(['b']);
  });

  it('asks for all by the schedule, and adds none to those that wait', async () => {
    const { endAll, schedule, waiting } = await setup(['a', 'b']);
    await schedule.requestAll();
    await schedule.requestAll();
    expect(await waiting()).toEqual(['a', 'b']);
    await endAll();
    expect(await waiting()).toEqual([]);
    await schedule.requestAll();
    expect(await waiting()).toEqual(['a', 'b']);
  });

  it('asks for none where nothing has changed', async () => {
    const { schedule, waiting } = await setup(['a', 'b', 'c'], ['a', 'c']);
    await schedule.requestAll();
    expect(await waiting()).toEqual(['b']);
  });
});
