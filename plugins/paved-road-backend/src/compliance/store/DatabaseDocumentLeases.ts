import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Knex } from 'knex';
import { databaseTime } from '../../database/databaseTime';
import { DocumentLeases } from './DocumentLeases';

const DEFAULT_LEASE_MS = 60_000;
const RETRY_MS = 250;
const CHUNK = 200;

export class DatabaseDocumentLeases implements DocumentLeases {
  readonly #knex: Knex;
  readonly #leaseMs: number;

  constructor(knex: Knex, options: { leaseMs?: number } = {}) {
    this.#knex = knex;
    this.#leaseMs = options.leaseMs ?? DEFAULT_LEASE_MS;
  }

  async hold<T>(
    digests: string[],
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    const holder = randomUUID();
    // In one order for all, so that two can't wait for each other.
    const wanted = [...new Set(digests)].sort();
    while (!(await this.#take(holder, wanted))) {
      await delay(RETRY_MS, undefined, { signal });
    }
    const heartbeat = setInterval(() => {
      // A missed beat costs a second evaluation at worst, never a verdict.
      this.#held(holder)
        .update({ lease_until: databaseTime(this.#knex, this.#leaseMs) })
        .catch(() => {});
    }, this.#leaseMs / 3);
    try {
      return await work();
    } finally {
      clearInterval(heartbeat);
      await this.#held(holder).delete();
    }
  }

  /** Takes all of the documents, or none. */
  async #take(holder: string, digests: string[]): Promise<boolean> {
    const knex = this.#knex;
    const tx = await knex.transaction();
    try {
      await tx('document_leases')
        .where('lease_until', '<', databaseTime(tx))
        .delete();
      let taken = 0;
      for (let start = 0; start < digests.length; start += CHUNK) {
        const rows: unknown[] = await tx('document_leases')
          .insert(
            digests.slice(start, start + CHUNK).map(digest => ({
              document_digest: digest,
              holder,
              lease_until: databaseTime(tx, this.#leaseMs),
            })),
          )
          .onConflict('document_digest')
          .ignore()
          .returning('document_digest');
        taken += rows.length;
      }
      const all = taken === digests.length;
      await (all ? tx.commit() : tx.rollback());
      return all;
    } catch (error) {
      await tx.rollback();
      throw error;
    }
  }

  #held(holder: string) {
    return this.#knex('document_leases').where({ holder });
  }
}
