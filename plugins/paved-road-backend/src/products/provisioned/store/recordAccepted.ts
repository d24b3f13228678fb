import { Knex } from 'knex';
import { databaseTime } from '../../../database/databaseTime';

/** Keeps that AWS has accepted a change, as `ProvisionedStore.accept`. */
export async function recordAccepted(
  tx: Knex.Transaction,
  changeId: string,
  record: { recordId: string; recordStatus?: string; awsId?: string },
): Promise<void> {
  const rows: { provisioned_id: string }[] = await tx('open_product_changes')
    .where({ change_id: changeId })
    .update({
      record_id: record.recordId,
      record_status: record.recordStatus,
      problem_code: tx.raw('null'),
      problem_message: tx.raw('null'),
    })
    .returning('provisioned_id');
  for (const { provisioned_id: id } of rows) {
    await tx('provisioned_products')
      .where({ id })
      .update({
        status: 'UNDER_CHANGE',
        read_at: databaseTime(tx),
        ...(record.awsId ? { aws_id: record.awsId } : {}),
      });
  }
}
