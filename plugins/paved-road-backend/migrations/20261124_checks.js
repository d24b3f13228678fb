// @ts-check

/** Evidence: rows of these tables are only ever added. */
const EVIDENCE = ['checks', 'check_contents', 'check_outcomes'];

/**
 * Times are ISO 8601 in UTC with milliseconds, as text and from the database's
 * clock, so that both databases give and compare them alike.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('checks', table => {
    table.comment('Evidence: which check was asked for, by whom and when');
    table.increments('seq');
    table.string('id', 36).notNullable().unique();
    table.text('entity_ref').notNullable();
    table.string('trigger', 16).notNullable();
    table.string('requester_type', 16).comment('user or service');
    table.text('requester').comment('Entity ref of the user, or subject');
    table.string('requested_at', 24).notNullable();
    table.index(['entity_ref', 'seq']);
  });

  await knex.schema.createTable('check_contents', table => {
    table.comment(
      'Evidence: documents and results, kept once however often they recur',
    );
    table.string('digest', 71).primary();
    table.text('content').notNullable();
  });

  await knex.schema.createTable('check_outcomes', table => {
    table.comment('Evidence: how a check ended, once for each check');
    table.string('check_id', 36).primary().references('id').inTable('checks');
    table.string('state', 16).notNullable().comment('finished or failed');
    table.string('started_at', 24).notNullable();
    table.string('finished_at', 24).notNullable();
    table.text('error').comment('Why the check itself failed');
    table.string('bundle_digest', 71);
    table.text('environment');
    table.text('engine_name');
    table.text('engine_version');
    table.string('verdict', 16);
    table.string('reason_code', 32);
    table.text('reason_message');
    table.text('counts').comment('JSON, rules per verdict');
    table.string('worst_severity', 16);
    table
      .string('content_digest', 71)
      .references('digest')
      .inTable('check_contents');
    table.string('source_key', 71).comment('Digest of what was looked for');
    table.text('source_etag').comment('The version of the source looked at');
  });

  await knex.schema.createTable('check_queue', table => {
    table.comment('Checks that wait or run; a row leaves when its check ends');
    table.string('check_id', 36).primary();
    table.text('entity_ref').notNullable().index();
    table.integer('priority').notNullable().comment('Lowest first');
    table.string('queued_at', 24).notNullable();
    table.string('claim', 36).comment('Fences off those who lost the check');
    table.string('lease_until', 24);
    table.string('started_at', 24);
    table.integer('attempts').notNullable().defaultTo(0);
    table.index(['priority', 'queued_at']);
  });
  await knex.raw(
    'CREATE UNIQUE INDEX check_queue_one_waiting ON check_queue (entity_ref) WHERE claim IS NULL',
  );

  await knex.schema.createTable('current_checks', table => {
    table.comment('Derived from the evidence: the newest checks of a service');
    table.text('entity_ref').primary();
    table.integer('ended_seq').notNullable();
    table.string('ended_check_id', 36).notNullable();
    table.integer('finished_seq');
    table.string('finished_check_id', 36);
  });

  await knex.schema.createTable('rule_failures', table => {
    table.comment('Derived from the evidence: who fails a rule now');
    table.text('rule').notNullable();
    table.text('entity_ref').notNullable().index();
    table.integer('finding_count').notNullable();
    table.primary(['rule', 'entity_ref']);
  });

  await knex.schema.createTable('evaluations', table => {
    table.comment('Memory: what a file said of a document; may be emptied');
    table.string('document_digest', 71).notNullable();
    table.string('file_digest', 71).notNullable();
    table.string('engine', 200).notNullable();
    table.text('outcomes').notNullable().comment('JSON, by rule name');
    table.primary(['document_digest', 'engine', 'file_digest']);
  });

  await knex.schema.createTable('document_leases', table => {
    table.comment('Documents under evaluation, so that none is done twice');
    table.string('document_digest', 71).primary();
    table.string('holder', 36).notNullable().index();
    table.string('lease_until', 24).notNullable();
  });

  await refuseChanges(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'document_leases',
    'evaluations',
    'rule_failures',
    'current_checks',
    'check_queue',
    'check_outcomes',
    'check_contents',
    'checks',
  ]) {
    await knex.schema.dropTable(table);
  }
  if (isPostgres(knex)) {
    await knex.raw('DROP FUNCTION refuse_change_of_evidence()');
  }
};

/**
 * Holds against mistakes in code to come and in the console. Whoever owns the
 * database can still take the triggers away.
 *
 * @param {import('knex').Knex} knex
 */
async function refuseChanges(knex) {
  if (isPostgres(knex)) {
    await knex.raw(`
      CREATE FUNCTION refuse_change_of_evidence() RETURNS trigger AS $$
      BEGIN
        RAISE EXCEPTION 'Rows of % are evidence and are only ever added', TG_TABLE_NAME;
      END;
      $$ LANGUAGE plpgsql`);
    for (const table of EVIDENCE) {
      await knex.raw(
        `CREATE TRIGGER ${table}_only_added BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_evidence()`,
      );
    }
    return;
  }
  for (const table of EVIDENCE) {
    for (const change of ['UPDATE', 'DELETE']) {
      await knex.raw(
        `CREATE TRIGGER ${table}_no_${change.toLowerCase()} BEFORE ${change} ON ${table}
         BEGIN SELECT RAISE(ABORT, 'Rows of ${table} are evidence and are only ever added'); END`,
      );
    }
  }
}

/** @param {import('knex').Knex} knex */
function isPostgres(knex) {
  return knex.client.config.client === 'pg';
}
