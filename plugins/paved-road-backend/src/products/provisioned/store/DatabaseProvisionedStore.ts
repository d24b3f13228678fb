import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { databaseTime, isPostgres } from '../../../database/databaseTime';
import {
  ChangeClaim,
  ChangeEnd,
  ClaimedChange,
  KeptChange,
  KeptProvisionedProduct,
  Output,
  ProvisionedState,
  SeenProvisionedProduct,
} from '../changes';
import { NewChange, ProvisionedStore } from './ProvisionedStore';
import { digestOf, recordChange } from './recordChange';
import { changeRows, heldChange, provisionedRows } from './readRows';
import { recordAccepted } from './recordAccepted';
import { recordEnd } from './recordEnd';
import { openChangesOf, recordSeen } from './recordSeen';
import { toChange, toProvisioned } from './rows';

/** Longer than one call of AWS's client takes with all its attempts. */
const DEFAULT_LEASE_MS = 120_000;

export class DatabaseProvisionedStore implements ProvisionedStore {
  readonly #knex: Knex;
  readonly #leaseMs: number;

  constructor(knex: Knex, options: { leaseMs?: number } = {}) {
    this.#knex = knex;
    this.#leaseMs = options.leaseMs ?? DEFAULT_LEASE_MS;
  }

  async begin(change: NewChange) {
    const claim = { token: randomUUID(), changeId: change.id };
    const isNew = await this.#knex.transaction(tx =>
      recordChange(tx, change, { token: claim.token, leaseMs: this.#leaseMs }),
    );
    const kept = (await this.findChange(change.id))!;
    if (isNew) {
      return { change: kept, claim };
    }
    const { request_digest: digest } = await this.#knex('product_changes')
      .where({ id: change.id })
      .first('request_digest');
    if (digest !== digestOf(change)) {
      throw new ConflictError(
        'The id of this change belongs to another one; make a new id for each change',
      );
    }
    return { change: kept };
  }

  async claimNext(): Promise<ClaimedChange | undefined> {
    const knex = this.#knex;
    const now = databaseTime(knex);
    const next = knex('open_product_changes as next')
      .select('next.change_id')
      .where('next.next_look_at', '<=', now)
      .where(free =>
        free.whereNull('next.claim').orWhere('next.lease_until', '<', now),
      )
      .orderBy(['next.next_look_at', 'next.change_id'])
      .limit(1);
    if (isPostgres(knex)) {
      next.forUpdate().skipLocked();
    }
    const token = randomUUID();
    const [row]: { change_id: string }[] = await knex('open_product_changes')
      .where('change_id', next)
      .update({
        claim: token,
        lease_until: databaseTime(knex, this.#leaseMs),
        looks: knex.raw('looks + 1'),
      })
      .returning('change_id');
    return row && this.readClaimed({ token, changeId: row.change_id });
  }

  async readClaimed(claim: ChangeClaim): Promise<ClaimedChange | undefined> {
    const open: { looks: number; now: string } | undefined = await heldChange(
      this.#knex,
      claim,
    ).first('looks', { now: databaseTime(this.#knex) });
    const change = open && (await this.findChange(claim.changeId));
    const provisioned =
      change && (await this.findProvisioned(change.provisionedId));
    return (
      provisioned && {
        claim,
        change,
        provisioned,
        looks: open.looks,
        ageMs: Date.parse(open.now) - Date.parse(change.requestedAt),
      }
    );
  }

  async extend(claim: ChangeClaim): Promise<boolean> {
    const count = await heldChange(this.#knex, claim).update({
      lease_until: databaseTime(this.#knex, this.#leaseMs),
    });
    return count === 1;
  }

  async accept(
    { changeId }: ChangeClaim,
    record: { recordId: string; recordStatus?: string; awsId?: string },
  ): Promise<void> {
    await this.#knex.transaction(tx => recordAccepted(tx, changeId, record));
  }

  async release(
    claim: ChangeClaim,
    next: Parameters<ProvisionedStore['release']>[1],
  ): Promise<void> {
    const { afterMs, recordStatus, problem } = next;
    const nothing = this.#knex.raw('null');
    await heldChange(this.#knex, claim).update({
      claim: nothing,
      lease_until: nothing,
      next_look_at: databaseTime(this.#knex, afterMs),
      problem_code: problem?.code ?? nothing,
      problem_message: problem?.message ?? nothing,
      ...(recordStatus ? { record_status: recordStatus } : {}),
    });
  }

  async end(
    claim: ChangeClaim,
    end: ChangeEnd,
    state: ProvisionedState & { outputs?: Output[] },
  ): Promise<boolean> {
    return this.#knex.transaction(tx => recordEnd(tx, claim, end, state));
  }

  async listProvisioned({
    ended,
  }: {
    ended: boolean;
  }): Promise<KeptProvisionedProduct[]> {
    const query = provisionedRows(this.#knex);
    const rows = await (ended
      ? query
      : query.whereNull('provisioned_products.ended_at'));
    return rows.map(toProvisioned);
  }

  async findProvisioned(
    id: string,
  ): Promise<KeptProvisionedProduct | undefined> {
    const row = await provisionedRows(this.#knex)
      .where('provisioned_products.id', id)
      .first();
    return row && toProvisioned(row);
  }

  async listChanges(provisionedId: string): Promise<KeptChange[]> {
    const rows = await changeRows(this.#knex)
      .where('product_changes.provisioned_id', provisionedId)
      .orderBy('product_changes.seq', 'desc');
    return rows.map(toChange);
  }

  async findChange(id: string): Promise<KeptChange | undefined> {
    const row = await changeRows(this.#knex)
      .where('product_changes.id', id)
      .first();
    return row && toChange(row);
  }

  async recordSeen(
    account: string,
    seen: SeenProvisionedProduct[],
  ): Promise<void> {
    await this.#knex.transaction(tx => recordSeen(tx, account, seen));
  }

  async recordGone(id: string): Promise<void> {
    await this.#knex('provisioned_products')
      .where({ id })
      .whereNull('ended_at')
      .whereNotExists(openChangesOf(this.#knex))
      .update({
        status: 'TERMINATED',
        status_message: this.#knex.raw('null'),
        read_at: databaseTime(this.#knex),
        ended_at: databaseTime(this.#knex),
      });
  }
}
