// @ts-check

/**
 * Finds what is newest of a stage, and the checks of what was deployed, however
 * many results a service has.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('pipeline_results', table => {
    table.index(
      ['entity_ref', 'environment', 'stage', 'seq'],
      'pipeline_results_of_stage',
    );
    table.index(
      ['entity_ref', 'environment', 'stage', 'subject_digest', 'seq'],
      'pipeline_results_of_subject',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('pipeline_results', table => {
    table.dropIndex([], 'pipeline_results_of_subject');
    table.dropIndex([], 'pipeline_results_of_stage');
  });
};
