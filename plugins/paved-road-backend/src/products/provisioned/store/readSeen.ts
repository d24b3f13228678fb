import { Knex } from 'knex';
import { SeenProvisionedProduct } from '../changes';
import { ProvisionedRow } from './rows';

const COLUMNS = [
  'id',
  'name',
  'aws_id',
  'product_id',
  'product_name',
  'version_id',
  'version_name',
  'status',
  'status_message',
  'ended_at',
] as const;

/** What is kept of a provisioned product that the search may tell anew. */
export type SeenRow = Pick<ProvisionedRow, (typeof COLUMNS)[number]>;

/**
 * The rows of those that are kept: by AWS's id, or by the token of a launch of
 * which no answer ever came.
 *
 * @returns by AWS's id
 */
export async function readSeen(
  tx: Knex.Transaction,
  account: string,
  seen: SeenProvisionedProduct[],
): Promise<Map<string, SeenRow>> {
  const known: SeenRow[] = await rowsOf(tx, account).whereIn(
    'aws_id',
    seen.map(({ awsId }) => awsId),
  );
  const rows = new Map(known.map(row => [row.aws_id!, row]));
  const launched = await findLaunched(
    tx,
    account,
    seen.filter(({ awsId }) => !rows.has(awsId)),
  );
  for (const { awsId, launchToken = '' } of seen) {
    const row = launched.get(launchToken);
    if (row && !rows.has(awsId)) {
      rows.set(awsId, row);
      launched.delete(launchToken);
    }
  }
  return rows;
}

/** @returns by the token of the launch */
async function findLaunched(
  tx: Knex.Transaction,
  account: string,
  unknown: SeenProvisionedProduct[],
): Promise<Map<string, SeenRow>> {
  const tokens = unknown.flatMap(({ launchToken }) => launchToken ?? []);
  if (tokens.length === 0) {
    return new Map();
  }
  const rows: (SeenRow & { token: string })[] = await rowsOf(tx, account)
    .join(
      'product_changes',
      'product_changes.provisioned_id',
      'provisioned_products.id',
    )
    .whereIn('product_changes.id', tokens)
    .whereNull('provisioned_products.aws_id')
    .select({ token: 'product_changes.id' });
  return new Map(rows.map(row => [row.token, row]));
}

function rowsOf(tx: Knex.Transaction, account: string) {
  return tx('provisioned_products')
    .where({ 'provisioned_products.account': account })
    .select(COLUMNS.map(column => `provisioned_products.${column}`));
}
