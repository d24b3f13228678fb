import { Knex } from 'knex';
import { CheckContent, CheckEnd } from '../checks';
import { digestOf } from '@paved-road/backstage-plugin-paved-road-node';
import { databaseTime } from '../../database/databaseTime';
import { toOutcomeRow } from './outcomeRow';

const CHUNK = 200;

/**
 * Adds a check's outcome to the evidence, and brings what is derived from it up
 * to date: which check of the service is the newest, and which rules it fails.
 */
export async function recordOutcome(
  tx: Knex.Transaction,
  check: { checkId: string; entityRef: string },
  startedAt: string,
  end: CheckEnd,
): Promise<void> {
  const digest = await keepContent(tx, end);
  await tx('check_outcomes').insert({
    ...toOutcomeRow(end, digest),
    check_id: check.checkId,
    started_at: startedAt,
    finished_at: databaseTime(tx),
  });
  const { seq } = await tx('checks').where({ id: check.checkId }).first('seq');
  await tx('current_checks')
    .insert({
      entity_ref: check.entityRef,
      ended_seq: seq,
      ended_check_id: check.checkId,
    })
    .onConflict('entity_ref')
    .ignore();
  await tx('current_checks')
    .where('entity_ref', check.entityRef)
    .where('ended_seq', '<', seq)
    .update({ ended_seq: seq, ended_check_id: check.checkId });
  if (!digest) {
    return;
  }
  const before = await tx('current_checks')
    .leftJoin('check_outcomes', 'check_id', 'finished_check_id')
    .where({ entity_ref: check.entityRef })
    .first('content_digest');
  const newest = await tx('current_checks')
    .where('entity_ref', check.entityRef)
    .where(older =>
      older.whereNull('finished_seq').orWhere('finished_seq', '<', seq),
    )
    .update({ finished_seq: seq, finished_check_id: check.checkId });
  if (newest === 1 && before?.content_digest !== digest) {
    await replaceFailures(tx, check.entityRef, digest);
  }
}

/** @returns the content's digest; undefined for a check without content */
async function keepContent(
  tx: Knex.Transaction,
  end: CheckEnd,
): Promise<string | undefined> {
  if (end.state === 'failed') {
    return undefined;
  }
  if ('contentDigest' in end) {
    return end.contentDigest;
  }
  const content = JSON.stringify(end.content);
  const digest = digestOf(content);
  await tx('check_contents')
    .insert({ digest, content })
    .onConflict('digest')
    .ignore();
  return digest;
}

async function replaceFailures(
  tx: Knex.Transaction,
  entityRef: string,
  digest: string,
): Promise<void> {
  const row = await tx('check_contents').where({ digest }).first('content');
  const { results }: CheckContent = JSON.parse(row.content);
  await tx('rule_failures').where({ entity_ref: entityRef }).delete();
  await tx.batchInsert(
    'rule_failures',
    results
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ rule, findings }) => ({
        rule,
        entity_ref: entityRef,
        finding_count: findings.length,
      })),
    CHUNK,
  );
}
