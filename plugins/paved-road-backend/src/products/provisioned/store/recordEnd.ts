import { Knex } from 'knex';
import { databaseTime } from '../../../database/databaseTime';
import { ChangeClaim, ChangeEnd, Output, ProvisionedState } from '../changes';
import { heldChange } from './readRows';

/** AWS has none of these any more, or never had. */
const GONE = ['NOT_LAUNCHED', 'TERMINATED'];

/**
 * Keeps how a change ended, as `ProvisionedStore.end`.
 *
 * @returns false where the claim is lost
 */
export async function recordEnd(
  tx: Knex.Transaction,
  claim: ChangeClaim,
  end: ChangeEnd,
  state: ProvisionedState & { outputs?: Output[] },
): Promise<boolean> {
  const open = await heldChange(tx, claim).first('provisioned_id');
  // Who deletes the row has the change, whoever else has read it.
  if (!open || (await heldChange(tx, claim).delete()) !== 1) {
    return false;
  }
  await tx('product_change_outcomes').insert({
    change_id: claim.changeId,
    state: end.state,
    finished_at: databaseTime(tx),
    record_id: end.recordId,
    record_status: end.recordStatus,
    problem_code: end.problem?.code,
    problem_message: end.problem?.message,
  });
  await tx('provisioned_products')
    .where({ id: open.provisioned_id })
    .update({
      status: state.status,
      status_message: state.statusMessage ?? tx.raw('null'),
      read_at: databaseTime(tx),
      ...(GONE.includes(state.status) ? { ended_at: databaseTime(tx) } : {}),
      ...(state.awsId ? { aws_id: state.awsId } : {}),
      ...(state.version
        ? { version_id: state.version.id, version_name: state.version.name }
        : {}),
      ...(state.outputs ? { outputs: JSON.stringify(state.outputs) } : {}),
    });
  return true;
}
