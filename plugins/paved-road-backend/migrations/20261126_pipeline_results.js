// @ts-check

/** Evidence: rows of these tables are only ever added. */
const EVIDENCE = ['pipeline_results', 'pipeline_result_contents'];

/**
 * Times are ISO 8601 in UTC with milliseconds, as text and from the database's
 * clock, so that both databases give and compare them alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('pipeline_result_contents', table => {
    table.comment(
      'Evidence: documents, SARIF and results, kept once however often they recur',
    );
    table.string('digest', 71).primary();
    table.text('content').notNullable().comment('JSON');
  });

  await knex.schema.createTable('pipeline_results', table => {
    table.comment('Evidence: what a pipeline said, and what was made of it');
    table.increments('seq');
    table.string('id', 36).notNullable().unique();
    table.text('entity_ref').notNullable();
    table.string('run_id', 200).notNullable();
    table.string('subject_digest', 71).notNullable();
    table.string('bundle_digest', 71).notNullable();
    table.string('stage', 16).notNullable();
    table.text('pipeline').notNullable().comment('Id in the configuration');
    table.text('principal').notNullable().comment('Subject, as verified');
    table.string('received_at', 24).notNullable();
    table.string('commit', 40).notNullable();
    table.text('environment').notNullable();
    table.string('outcome', 16).notNullable().comment('As the pipeline says');
    table.string('verdict', 16).notNullable().comment('As the portal judges');
    table.text('note').notNullable().comment('JSON, reasons and counts');
    table
      .string('posted_digest', 71)
      .notNullable()
      .comment('Tells a repetition from something else');
    table
      .string('content_digest', 71)
      .notNullable()
      .references('digest')
      .inTable('pipeline_result_contents');
    table.index(['entity_ref', 'seq']);
    table.unique(
      ['entity_ref', 'run_id', 'subject_digest', 'bundle_digest', 'stage'],
      { indexName: 'pipeline_results_once' },
    );
  });

  await refuseChanges(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('pipeline_results');
  await knex.schema.dropTable('pipeline_result_contents');
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
