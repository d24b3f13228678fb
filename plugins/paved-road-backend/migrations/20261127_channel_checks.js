// @ts-check

/** Evidence: rows of this table are only ever added. */
const EVIDENCE = 'channel_checks';

/**
 * Times are ISO 8601 in UTC with milliseconds, as text and from the database's
 * clock, so that both databases give and compare them alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('channel_checks', table => {
    table.comment(
      'Evidence: how a service’s wiring was found, a row for each time it was found otherwise than before',
    );
    table.increments('seq');
    table.text('entity_ref').notNullable();
    table.string('checked_at', 24).notNullable();
    table.string('state', 16).notNullable();
    table.text('finding').notNullable().comment('JSON, items and where');
    table.index(['entity_ref', 'seq']);
  });

  await knex.schema.createTable('channel_looks', table => {
    table.comment(
      'When each service was looked at last, whether it had changed or not',
    );
    table.text('entity_ref').primary();
    table.string('looked_at', 24).notNullable();
    table.integer('seq').comment('Of the row that still holds');
  });

  await refuseChanges(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('channel_looks');
  await knex.schema.dropTable('channel_checks');
};

/**
 * As the migration of the checks does; PostgreSQL's function comes from there.
 *
 * @param {import('knex').Knex} knex
 */
async function refuseChanges(knex) {
  if (knex.client.config.client === 'pg') {
    await knex.raw(
      `CREATE TRIGGER ${EVIDENCE}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON ${EVIDENCE}
       FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence()`,
    );
    return;
  }
  for (const change of ['UPDATE', 'DELETE']) {
    await knex.raw(
      `CREATE TRIGGER ${EVIDENCE}_no_${change.toLowerCase()} BEFORE ${change} ON ${EVIDENCE}
       BEGIN SELECT RAISE(ABORT, 'Rows of ${EVIDENCE} are evidence and are only ever added'); END`,
    );
  }
}
