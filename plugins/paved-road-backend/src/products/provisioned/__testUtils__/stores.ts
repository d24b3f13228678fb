import { createTestDatabases } from '../../../__testUtils__/databases';
import { ChangeEnd, ProvisionedState } from '../changes';
import { DatabaseProvisionedStore } from '../store/DatabaseProvisionedStore';
import { aLaunch } from './changes';

/** Stores on both databases; to be called where tests are declared. */
export function createTestStores() {
  const databases = createTestDatabases();
  return {
    eachSupportedId: databases.eachSupportedId,
    async init(id: Parameters<typeof databases.init>[0]) {
      const knex = await databases.init(id);
      const store = new DatabaseProvisionedStore(knex);
      return {
        knex,
        /** As two replicas have it. */
        store,
        other: new DatabaseProvisionedStore(knex),
        /** Claims that lapse at once, as those of a replica that was killed. */
        dying: new DatabaseProvisionedStore(knex, { leaseMs: -1 }),
        /** A launch that has ended; well unless told otherwise. */
        async launch(
          change = aLaunch(),
          state: ProvisionedState = {
            status: 'AVAILABLE',
            awsId: `pp-${change.request.name}`,
          },
          end: ChangeEnd['state'] = 'succeeded',
        ): Promise<string> {
          const begun = await store.begin(change);
          await store.end(begun.claim!, { state: end }, state);
          return begun.change.provisionedId;
        },
      };
    },
  };
}
