import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { databaseTime } from '../../../database/databaseTime';
import { SeenProvisionedProduct } from '../changes';
import { readSeen, SeenRow } from './readSeen';

/** AWS's answers are not older than this. */
const LAG_MS = 15 * 60_000;

/** Rows per statement; SQLite takes a limited number of values in one. */
const CHUNK = 200;

/** Keeps how AWS has the provisioned products of an account. */
export async function recordSeen(
  tx: Knex.Transaction,
  account: string,
  seen: SeenProvisionedProduct[],
): Promise<void> {
  // What is added while AWS's pages are read may move others to a second one.
  const once = [...new Map(seen.map(one => [one.awsId, one])).values()];
  for (let start = 0; start < once.length; start += CHUNK) {
    await recordSome(tx, account, once.slice(start, start + CHUNK));
  }
}

async function recordSome(
  tx: Knex.Transaction,
  account: string,
  seen: SeenProvisionedProduct[],
): Promise<void> {
  const rows = await readSeen(tx, account, seen);
  const unchanged: string[] = [];
  const unknown: SeenProvisionedProduct[] = [];
  for (const one of seen) {
    const row = rows.get(one.awsId);
    if (!row) {
      unknown.push(one);
    } else if (isAsKept(row, one)) {
      unchanged.push(row.id);
    } else {
      await change(tx, { id: row.id, account }, one);
    }
  }
  if (unchanged.length > 0) {
    await confirm(tx, unchanged);
  }
  if (unknown.length > 0) {
    await add(tx, account, unknown);
  }
}

/** What AWS does not name stays as it is kept. */
function isAsKept(row: SeenRow, seen: SeenProvisionedProduct): boolean {
  const { product, version } = seen;
  return (
    row.ended_at === null &&
    row.aws_id === seen.awsId &&
    row.name === seen.name &&
    row.product_id === product.id &&
    row.product_name === product.name &&
    row.version_id === (version?.id ?? row.version_id) &&
    row.version_name === (version?.name ?? row.version_name) &&
    row.status === seen.status &&
    (row.status_message ?? undefined) === seen.statusMessage
  );
}

/** Keeps that AWS has them as before. */
async function confirm(tx: Knex.Transaction, ids: string[]): Promise<void> {
  await tx('provisioned_products')
    .whereIn('id', ids)
    .whereNull('ended_at')
    .whereNotExists(openChangesOf(tx))
    .update({ read_at: databaseTime(tx) });
}

async function change(
  tx: Knex.Transaction,
  { id, account }: { id: string; account: string },
  seen: SeenProvisionedProduct,
): Promise<void> {
  await tx('provisioned_products')
    .where({ id })
    // Who goes on with it tells how it ends.
    .whereNotExists(openChangesOf(tx))
    // A search that began before an end must not bring it back.
    .whereNot(just =>
      just
        .where('status', 'TERMINATED')
        .where('ended_at', '>', databaseTime(tx, -LAG_MS)),
    )
    // A name that was free has been given anew.
    .whereNotExists(othersOfName(tx, id, account, seen.name))
    .update({
      ...columnsOf(seen),
      status_message: seen.statusMessage ?? tx.raw('null'),
      aws_id: seen.awsId,
      ended_at: tx.raw('null'),
      read_at: databaseTime(tx),
    });
}

async function add(
  tx: Knex.Transaction,
  account: string,
  unknown: SeenProvisionedProduct[],
): Promise<void> {
  await tx('provisioned_products')
    .insert(
      unknown.map(seen => ({
        ...columnsOf(seen),
        id: randomUUID(),
        account,
        aws_id: seen.awsId,
        entity_ref: seen.entityRef,
        origin: 'outside',
        outputs: '[]',
        created_at: databaseTime(tx),
        read_at: databaseTime(tx),
      })),
    )
    // A launch of the portal that waits for its answer has the name already, or
    // another replica has added it at the same time.
    .onConflict()
    .ignore();
}

/** What goes on with a provisioned product, for a query of these. */
export function openChangesOf(knex: Knex) {
  return knex('open_product_changes')
    .whereRaw('open_product_changes.provisioned_id = provisioned_products.id')
    .select(knex.raw('1'));
}

function othersOfName(knex: Knex, id: string, account: string, name: string) {
  return knex('provisioned_products as other')
    .where({ 'other.account': account, 'other.name': name })
    .whereNot('other.id', id)
    .whereNull('other.ended_at')
    .select(knex.raw('1'));
}

function columnsOf(seen: SeenProvisionedProduct) {
  return {
    name: seen.name,
    product_id: seen.product.id,
    product_name: seen.product.name,
    version_id: seen.version?.id,
    version_name: seen.version?.name,
    status: seen.status,
    status_message: seen.statusMessage,
  };
}
