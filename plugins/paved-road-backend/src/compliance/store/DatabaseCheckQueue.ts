import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  CheckClaim,
  CheckQueue,
  CheckRequest,
  Confirmation,
} from './CheckQueue';
import { recordConfirmations } from './recordConfirmations';
import { CheckEnd } from '../checks';
import { databaseTime, isPostgres } from '../../database/databaseTime';
import { recordOutcome } from './recordOutcome';
import { PRIORITIES, recordWaiting } from './recordWaiting';

/** Long enough for a pause of the process, short enough for a person to wait. */
const DEFAULT_LEASE_MS = 60_000;

/** Rows per statement; SQLite takes a limited number of values in one. */
const CHUNK = 200;

export class DatabaseCheckQueue implements CheckQueue {
  readonly #knex: Knex;
  readonly #leaseMs: number;

  constructor(knex: Knex, options: { leaseMs?: number } = {}) {
    this.#knex = knex;
    this.#leaseMs = options.leaseMs ?? DEFAULT_LEASE_MS;
  }

  async request(requests: CheckRequest[]): Promise<Map<string, string>> {
    const waiting = new Map<string, string>();
    for (let start = 0; start < requests.length; start += CHUNK) {
      const chunk = requests.slice(start, start + CHUNK);
      for (const [ref, id] of await this.#requestSome(chunk)) {
        waiting.set(ref, id);
      }
    }
    return waiting;
  }

  async #requestSome(requests: CheckRequest[]): Promise<Map<string, string>> {
    const waiting = new Map<string, string>();
    let missing = requests;
    // A check that waits may be claimed before its id is read; then it no
    // longer waits, and the next round adds one that does.
    for (let round = 0; missing.length > 0 && round < 5; round += 1) {
      const wanted = missing;
      const ids = await this.#knex.transaction(tx => this.#enqueue(tx, wanted));
      ids.forEach((id, ref) => waiting.set(ref, id));
      missing = missing.filter(({ entityRef }) => !waiting.has(entityRef));
    }
    if (missing.length > 0) {
      throw new ConflictError(
        'The check could not be queued, since others are queued and begun at the same time; try again',
      );
    }
    return waiting;
  }

  async #enqueue(
    tx: Knex.Transaction,
    requests: CheckRequest[],
  ): Promise<Map<string, string>> {
    const byRef = new Map(requests.map(one => [one.entityRef, one]));
    const fresh = await recordWaiting(tx, [...byRef.values()]);
    if (fresh.size > 0) {
      await tx('checks').insert(
        [...fresh].map(([entityRef, id]) => {
          const { trigger, requester } = byRef.get(entityRef)!;
          return {
            id,
            entity_ref: entityRef,
            trigger,
            requester_type: requester?.type,
            requester: requester?.name,
            requested_at: databaseTime(tx),
          };
        }),
      );
    }
    const others = [...byRef.keys()].filter(ref => !fresh.has(ref));
    const rows: { check_id: string; entity_ref: string; priority: number }[] =
      await tx('check_queue')
        .whereIn('entity_ref', others)
        .whereNull('claim')
        .select('check_id', 'entity_ref', 'priority');
    for (const row of rows) {
      fresh.set(row.entity_ref, row.check_id);
      const priority = PRIORITIES[byRef.get(row.entity_ref)!.trigger];
      if (priority < row.priority) {
        await tx('check_queue')
          .where({ check_id: row.check_id })
          .update({ priority });
      }
    }
    return fresh;
  }

  async confirm(confirmations: Confirmation[]): Promise<string[]> {
    const confirmed: string[] = [];
    for (let start = 0; start < confirmations.length; start += CHUNK) {
      const chunk = confirmations.slice(start, start + CHUNK);
      confirmed.push(
        ...(await this.#knex.transaction(tx => recordConfirmations(tx, chunk))),
      );
    }
    return confirmed;
  }

  async claim(): Promise<CheckClaim | undefined> {
    const knex = this.#knex;
    const token = randomUUID();
    const now = databaseTime(knex);
    const next = knex('check_queue as next')
      .select('next.check_id')
      .where(free =>
        free.whereNull('next.claim').orWhere('next.lease_until', '<', now),
      )
      .whereNotExists(
        knex('check_queue as other')
          .select(knex.raw('1'))
          .whereRaw('other.entity_ref = next.entity_ref')
          .whereRaw('other.check_id <> next.check_id')
          .where('other.lease_until', '>=', now),
      )
      .orderBy(['next.priority', 'next.queued_at', 'next.check_id'])
      .limit(1);
    if (isPostgres(knex)) {
      next.forUpdate().skipLocked();
    }
    const [row]: { check_id: string; entity_ref: string; attempts: number }[] =
      await knex('check_queue')
        .where('check_id', next)
        .update({
          claim: token,
          lease_until: databaseTime(knex, this.#leaseMs),
          started_at: now,
          attempts: knex.raw('attempts + 1'),
        })
        .returning(['check_id', 'entity_ref', 'attempts']);
    return (
      row && {
        token,
        checkId: row.check_id,
        entityRef: row.entity_ref,
        attempt: row.attempts,
      }
    );
  }

  async extend(claim: CheckClaim): Promise<boolean> {
    const count = await this.#held(this.#knex, claim).update({
      lease_until: databaseTime(this.#knex, this.#leaseMs),
    });
    return count === 1;
  }

  async release(claim: CheckClaim): Promise<void> {
    // The claim stays, since another check of the service may wait already,
    // but its time is over. Giving back is no failed try.
    await this.#held(this.#knex, claim).update({
      lease_until: '',
      attempts: this.#knex.raw('attempts - 1'),
    });
  }

  async end(claim: CheckClaim, end: CheckEnd): Promise<boolean> {
    return this.#knex.transaction(async tx => {
      const row: { started_at: string } | undefined = await this.#held(
        tx,
        claim,
      ).first('started_at');
      // Who deletes the row has the check, whoever else has read it.
      if (!row || (await this.#held(tx, claim).delete()) !== 1) {
        return false;
      }
      await recordOutcome(tx, claim, row.started_at, end);
      return true;
    });
  }

  #held(knex: Knex, claim: CheckClaim) {
    return knex('check_queue').where({
      check_id: claim.checkId,
      claim: claim.token,
    });
  }
}
