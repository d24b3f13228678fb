import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { CheckRequest } from './CheckQueue';
import { databaseTime } from '../../database/databaseTime';

export const PRIORITIES = { request: 0, schedule: 1 } as const;

/**
 * Takes a place in the queue for each service of which no check waits, one place
 * a service. Whoever does the same meanwhile waits for the transaction's end.
 *
 * @returns the ids of the new checks, by entity ref
 */
export async function recordWaiting(
  tx: Knex.Transaction,
  requests: Pick<CheckRequest, 'entityRef' | 'trigger'>[],
): Promise<Map<string, string>> {
  const added: { check_id: string; entity_ref: string }[] = await tx(
    'check_queue',
  )
    .insert(
      requests.map(({ entityRef, trigger }) => ({
        check_id: randomUUID(),
        entity_ref: entityRef,
        priority: PRIORITIES[trigger],
        queued_at: databaseTime(tx),
      })),
    )
    .onConflict(tx.raw('(entity_ref) where claim is null'))
    .ignore()
    .returning(['check_id', 'entity_ref']);
  return new Map(added.map(row => [row.entity_ref, row.check_id]));
}
