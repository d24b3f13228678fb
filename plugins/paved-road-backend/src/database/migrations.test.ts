import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const directory = resolvePackagePath(
  '@paved-road/backstage-plugin-paved-road-backend',
  'migrations',
);

/** What a database holds besides what the migrations note for themselves. */
async function holdings(knex: Knex): Promise<string[]> {
  const names =
    knex.client.config.client === 'pg'
      ? await knex.raw(
          `select tablename as name from pg_tables where schemaname = 'public'
           union select indexname from pg_indexes where schemaname = 'public'
           union select proname from pg_proc where pronamespace = 'public'::regnamespace`,
        )
      : await knex.raw('select name from sqlite_master');
  const rows: { name: string }[] = names.rows ?? names;
  return rows
    .map(({ name }) => name)
    .filter(name => !/^(knex_migrations|sqlite_)/.test(name))
    .sort();
}

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up, down without a trace, and up again', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest({ directory });
    const up = await holdings(knex);
    expect(up).toEqual(
      expect.arrayContaining([
        'channel_checks',
        'channel_looks',
        'check_outcomes',
        'check_queue_one_waiting',
        'checks',
        'evaluations',
        'pipeline_results',
      ]),
    );
    await knex.migrate.rollback({ directory }, true);
    expect(await holdings(knex)).toEqual([]);
    await knex.migrate.latest({ directory });
    expect(await holdings(knex)).toEqual(up);
  });
});
