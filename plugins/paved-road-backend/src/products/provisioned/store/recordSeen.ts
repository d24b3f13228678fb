import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { databaseTime } from '../../../database/databaseTime';
import { SeenProvisionedProduct } from '../changes';

/** AWS's answers are not older than this. */
const LAG_MS = 15 * 60_000;

/** Keeps how AWS has one provisioned product. */
export async function recordSeen(
  tx: Knex.Transaction,
  account: string,
  seen: SeenProvisionedProduct,
): Promise<void> {
  const id = await findId(tx, account, seen);
  if (id) {
    await tx('provisioned_products')
      .where({ id })
      // Who goes on with it tells how it ends.
      .whereNotExists(openChangesOf(tx, id))
      // A search that began before an end must not bring it back.
      .whereNot(just =>
        just
          .where('status', 'TERMINATED')
          .where('ended_at', '>', databaseTime(tx, -LAG_MS)),
      )
      // A name that was free has been given anew.
      .whereNotExists(othersOfName(tx, id, account, seen.name))
      .update({
        ...columnsOf(tx, seen),
        aws_id: seen.awsId,
        ended_at: tx.raw('null'),
        read_at: databaseTime(tx),
      });
    return;
  }
  await tx('provisioned_products')
    .insert({
      ...columnsOf(tx, seen),
      id: randomUUID(),
      account,
      aws_id: seen.awsId,
      entity_ref: seen.entityRef,
      origin: 'outside',
      outputs: '[]',
      created_at: databaseTime(tx),
      read_at: databaseTime(tx),
    })
    // A launch of the portal that waits for its answer has the name already, or
    // another replica has added it at the same time.
    .onConflict()
    .ignore();
}

/** By AWS's id, or by the token of a launch of which no answer ever came. */
async function findId(
  tx: Knex.Transaction,
  account: string,
  { awsId, launchToken = '' }: SeenProvisionedProduct,
): Promise<string | undefined> {
  const known: { id: string } | undefined = await tx('provisioned_products')
    .where({ account, aws_id: awsId })
    .first('id');
  if (known) {
    return known.id;
  }
  const launched: { id: string } | undefined = await tx('product_changes')
    .join(
      'provisioned_products',
      'provisioned_products.id',
      'product_changes.provisioned_id',
    )
    .where({
      'product_changes.id': launchToken,
      'provisioned_products.account': account,
    })
    .whereNull('provisioned_products.aws_id')
    .first({ id: 'provisioned_products.id' });
  return launched?.id;
}

/** What goes on with a provisioned product. */
export function openChangesOf(knex: Knex, provisionedId: string) {
  return knex('open_product_changes')
    .where({ provisioned_id: provisionedId })
    .select(knex.raw('1'));
}

function othersOfName(knex: Knex, id: string, account: string, name: string) {
  return knex('provisioned_products as other')
    .where({ 'other.account': account, 'other.name': name })
    .whereNot('other.id', id)
    .whereNull('other.ended_at')
    .select(knex.raw('1'));
}

function columnsOf(knex: Knex, seen: SeenProvisionedProduct) {
  return {
    name: seen.name,
    product_id: seen.product.id,
    product_name: seen.product.name,
    version_id: seen.version?.id,
    version_name: seen.version?.name,
    status: seen.status,
    status_message: seen.statusMessage ?? knex.raw('null'),
  };
}
