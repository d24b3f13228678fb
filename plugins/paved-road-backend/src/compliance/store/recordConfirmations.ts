import { Knex } from 'knex';
import { Confirmation } from './CheckQueue';
import { databaseTime } from '../../database/databaseTime';
import { toOutcomeRow } from './outcomeRow';
import { recordWaiting } from './recordWaiting';

/**
 * Adds a finished check for each service of which none waits or runs, and whose
 * newest check is still the one that is confirmed.
 *
 * A place in the queue is taken for the time of the transaction, as a check that
 * is asked for takes it: who asks meanwhile waits, and comes after.
 *
 * @returns the entity refs of the services
 */
export async function recordConfirmations(
  tx: Knex.Transaction,
  confirmations: Confirmation[],
): Promise<string[]> {
  const taken = await takePlaces(tx, confirmations);
  const current: { entity_ref: string; finished_check_id: string | null }[] =
    await tx('current_checks')
      .whereIn('entity_ref', [...taken.keys()])
      .select('entity_ref', 'finished_check_id');
  const newest = new Map(
    current.map(row => [row.entity_ref, row.finished_check_id]),
  );
  const confirmed = confirmations.filter(
    ({ entityRef, checkId }) =>
      taken.has(entityRef) && newest.get(entityRef) === checkId,
  );
  if (confirmed.length > 0) {
    await addChecks(tx, confirmed, taken);
  }
  await tx('check_queue')
    .whereIn('check_id', [...taken.values()])
    .delete();
  return confirmed.map(({ entityRef }) => entityRef);
}

/** @returns the ids of the new checks, by entity ref */
async function takePlaces(
  tx: Knex.Transaction,
  confirmations: Confirmation[],
): Promise<Map<string, string>> {
  const refs = confirmations.map(({ entityRef }) => entityRef);
  const own = await recordWaiting(
    tx,
    refs.map(entityRef => ({ entityRef, trigger: 'schedule' })),
  );
  const running: { entity_ref: string }[] = await tx('check_queue')
    .whereIn('entity_ref', refs)
    .whereNotNull('claim')
    .select('entity_ref');
  const busy = new Set(running.map(row => row.entity_ref));
  const inVain = [...own].filter(([entityRef]) => busy.has(entityRef));
  if (inVain.length > 0) {
    await tx('check_queue')
      .whereIn(
        'check_id',
        inVain.map(([, id]) => id),
      )
      .delete();
    inVain.forEach(([entityRef]) => own.delete(entityRef));
  }
  return own;
}

async function addChecks(
  tx: Knex.Transaction,
  confirmed: Confirmation[],
  ids: Map<string, string>,
): Promise<void> {
  const now = databaseTime(tx);
  const added: { seq: number; id: string; entity_ref: string }[] = await tx(
    'checks',
  )
    .insert(
      confirmed.map(({ entityRef }) => ({
        id: ids.get(entityRef),
        entity_ref: entityRef,
        trigger: 'schedule',
        requested_at: now,
      })),
    )
    .returning(['seq', 'id', 'entity_ref']);
  await tx('check_outcomes').insert(
    confirmed.map(({ entityRef, outcome }) => ({
      ...toOutcomeRow(outcome, outcome.contentDigest),
      check_id: ids.get(entityRef),
      started_at: now,
      finished_at: now,
    })),
  );
  await tx('current_checks')
    .insert(
      added.map(({ seq, id, entity_ref }) => ({
        entity_ref,
        ended_seq: seq,
        ended_check_id: id,
        finished_seq: seq,
        finished_check_id: id,
      })),
    )
    .onConflict('entity_ref')
    .merge();
}
