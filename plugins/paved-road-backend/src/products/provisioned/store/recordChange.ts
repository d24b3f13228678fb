import { createHash, randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { databaseTime } from '../../../database/databaseTime';
import { explainTakenName } from '../takenName';
import { NewChange } from './ProvisionedStore';

/** By which two askings for the same change are told from a reused id. */
export function digestOf({
  requester,
  request,
  provisionedId,
}: NewChange): string {
  // What the rules said may differ from one asking to the next.
  const { preflight: _, ...asked } = request;
  const text = JSON.stringify([requester, asked, provisionedId]);
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/**
 * Keeps a change that is new, with a claim on it.
 *
 * @returns false where a change with this id is kept already
 * @throws ConflictError as `ProvisionedStore.begin`; the transaction has to be
 * rolled back then.
 */
export async function recordChange(
  tx: Knex.Transaction,
  change: NewChange,
  claim: { token: string; leaseMs: number },
): Promise<boolean> {
  const provisionedId = change.provisionedId ?? randomUUID();
  const { request, requester } = change;
  const added = await tx('product_changes')
    .insert({
      id: change.id,
      provisioned_id: provisionedId,
      kind: request.kind,
      requester_type: requester.type,
      requester: requester.name,
      requested_at: databaseTime(tx),
      request: JSON.stringify(request),
      request_digest: digestOf(change),
    })
    .onConflict('id')
    .ignore()
    .returning('id');
  if (added.length === 0) {
    return false;
  }
  if (!change.provisionedId) {
    await recordLaunch(tx, provisionedId, change);
  }
  const open = await tx('open_product_changes')
    .insert({
      change_id: change.id,
      provisioned_id: provisionedId,
      next_look_at: databaseTime(tx),
      claim: claim.token,
      lease_until: databaseTime(tx, claim.leaseMs),
    })
    .onConflict('provisioned_id')
    .ignore()
    .returning('change_id');
  if (open.length === 0) {
    throw new ConflictError(
      `Another change of '${request.name}' goes on; wait until it has ended`,
    );
  }
  return true;
}

async function recordLaunch(
  tx: Knex.Transaction,
  id: string,
  { id: changeId, request }: NewChange,
): Promise<void> {
  const added = await tx('provisioned_products')
    .insert({
      id,
      account: request.account,
      name: request.name,
      entity_ref: request.entityRef,
      origin: 'portal',
      product_id: request.product.id,
      product_name: request.product.name,
      version_id: request.version?.id,
      version_name: request.version?.name,
      status: 'LAUNCHING',
      outputs: '[]',
      created_at: databaseTime(tx),
    })
    .onConflict(tx.raw('(account, name) where ended_at is null'))
    .ignore()
    .returning('id');
  if (added.length === 0) {
    throw new ConflictError(explainTakenName(request.name, changeId));
  }
}
