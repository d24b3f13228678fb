import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { openDatabase } from '../database/openDatabase';

/** Both databases that the plugin runs on; to be called where tests are declared. */
export function createTestDatabases() {
  // A database of its own for each test takes its time on a busy machine.
  jest.setTimeout(60_000);
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  return {
    eachSupportedId: () => databases.eachSupportedId(),
    /** An empty database with the plugin's tables. */
    async init(id: ReturnType<typeof databases.eachSupportedId>[number][0]) {
      const knex: Knex = await databases.init(id);
      await openDatabase(
        mockServices.database.mock({ getClient: async () => knex }),
      );
      return knex;
    },
  };
}
