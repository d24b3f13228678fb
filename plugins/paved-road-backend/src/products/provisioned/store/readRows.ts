import { Knex } from 'knex';
import { ChangeClaim } from '../changes';
import { ChangeRow, ProvisionedRow } from './rows';

/** What is provisioned, joined with the change that goes on. */
export function provisionedRows(
  knex: Knex,
): Knex.QueryBuilder<ProvisionedRow, ProvisionedRow[]> {
  return knex('provisioned_products')
    .leftJoin(
      'open_product_changes as open',
      'open.provisioned_id',
      'provisioned_products.id',
    )
    .leftJoin('product_changes as asked', 'asked.id', 'open.change_id')
    .select('provisioned_products.*', {
      open_change_id: 'open.change_id',
      open_kind: 'asked.kind',
      open_record_id: 'open.record_id',
    });
}

/** What was asked for, joined with how far it has come. */
export function changeRows(
  knex: Knex,
): Knex.QueryBuilder<ChangeRow, ChangeRow[]> {
  return knex('product_changes')
    .leftJoin(
      'product_change_outcomes as ended',
      'ended.change_id',
      'product_changes.id',
    )
    .leftJoin(
      'open_product_changes as open',
      'open.change_id',
      'product_changes.id',
    )
    .select(
      'product_changes.*',
      'open.record_id',
      'open.record_status',
      'open.problem_code',
      'open.problem_message',
      {
        end_state: 'ended.state',
        finished_at: 'ended.finished_at',
        end_record_id: 'ended.record_id',
        end_record_status: 'ended.record_status',
        end_problem_code: 'ended.problem_code',
        end_problem_message: 'ended.problem_message',
      },
    );
}

/** The change that goes on, where the claim still holds. */
export function heldChange(knex: Knex, claim: ChangeClaim) {
  return knex('open_product_changes').where({
    change_id: claim.changeId,
    claim: claim.token,
  });
}
