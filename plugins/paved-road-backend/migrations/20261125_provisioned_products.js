// @ts-check

/** Evidence: rows of these tables are only ever added. */
const EVIDENCE = ['product_changes', 'product_change_outcomes'];

/**
 * Times are ISO 8601 in UTC with milliseconds, as text and from the database's
 * clock, so that both databases give and compare them alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('provisioned_products', table => {
    table.comment('What is provisioned, as AWS was last seen to have it');
    table.string('id', 36).primary();
    table.text('account').notNullable();
    table.text('name').notNullable();
    table.text('aws_id').comment('Absent until AWS is known to have it');
    table.text('entity_ref').index();
    table.string('origin', 16).notNullable().comment('portal or outside');
    table.text('product_id').notNullable();
    table.text('product_name').notNullable();
    table.text('version_id');
    table.text('version_name');
    table.string('status', 32).notNullable();
    table.text('status_message');
    table.text('outputs').notNullable().comment('JSON');
    table.string('created_at', 24).notNullable();
    table.string('read_at', 24).comment('When AWS was asked');
    table.string('ended_at', 24).comment('Since when it is no more');
    table.unique(['account', 'aws_id']);
  });
  // AWS knows no two of the same name in one account.
  await knex.raw(
    'CREATE UNIQUE INDEX provisioned_products_one_name ON provisioned_products (account, name) WHERE ended_at IS NULL',
  );

  await knex.schema.createTable('product_changes', table => {
    table.comment('Evidence: which change was asked for, by whom and when');
    table.increments('seq');
    table.string('id', 36).notNullable().unique().comment('The token for AWS');
    table.string('provisioned_id', 36).notNullable().index();
    table.string('kind', 16).notNullable();
    table.string('requester_type', 16).notNullable().comment('user or service');
    table.text('requester').notNullable();
    table.string('requested_at', 24).notNullable();
    table.text('request').notNullable().comment('JSON, without any secret');
    table.string('request_digest', 71).notNullable();
  });

  await knex.schema.createTable('product_change_outcomes', table => {
    table.comment('Evidence: how a change ended, once for each change');
    table
      .string('change_id', 36)
      .primary()
      .references('id')
      .inTable('product_changes');
    table.string('state', 16).notNullable();
    table.string('finished_at', 24).notNullable();
    table.text('record_id');
    table.text('record_status');
    table.text('problem_code');
    table.text('problem_message');
  });

  await knex.schema.createTable('open_product_changes', table => {
    table.comment('Changes that go on; a row leaves when its change ends');
    table.string('change_id', 36).primary();
    table
      .string('provisioned_id', 36)
      .notNullable()
      .unique()
      .comment('AWS takes one change at a time');
    table.text('record_id').comment('Absent until AWS is known to have it');
    table.text('record_status');
    table.text('problem_code');
    table.text('problem_message').comment('What is in its way now');
    table.integer('looks').notNullable().defaultTo(0);
    table.string('next_look_at', 24).notNullable().index();
    table.string('claim', 36).comment('Fences off those who lost the change');
    table.string('lease_until', 24);
  });

  await refuseChanges(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'open_product_changes',
    'product_change_outcomes',
    'product_changes',
    'provisioned_products',
  ]) {
    await knex.schema.dropTable(table);
  }
};

/**
 * As the migration of the checks does; PostgreSQL's function comes from there.
 *
 * @param {import('knex').Knex} knex
 */
async function refuseChanges(knex) {
  for (const table of EVIDENCE) {
    if (knex.client.config.client === 'pg') {
      await knex.raw(
        `CREATE TRIGGER ${table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence()`,
      );
    } else {
      for (const change of ['UPDATE', 'DELETE']) {
        await knex.raw(
          `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
           BEGIN SELECT RAISE(ABORT, 'Rows of ${table} are evidence and are only ever added'); END`,
        );
      }
    }
  }
}
