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
import { openChangesOf, recordSeen } from './recordSeen';
import { ChangeRow, ProvisionedRow, toChange, toProvisioned } from './rows';

/** Longer than one call of AWS's client takes with all its attempts. */
const DEFAULT_LEASE_MS = 120_000;

/** AWS has none of these any more, or never had. */
const GONE = ['NOT_LAUNCHED', 'TERMINATED'];

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
    const open: { looks: number; now: string } | undefined = await this.#held(
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
    const count = await this.#held(this.#knex, claim).update({
      lease_until: databaseTime(this.#knex, this.#leaseMs),
    });
    return count === 1;
  }

  async accept(
    { changeId }: ChangeClaim,
    record: { recordId: string; recordStatus?: string; awsId?: string },
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      const rows: { provisioned_id: string }[] = await tx(
        'open_product_changes',
      )
        .where({ change_id: changeId })
        .update({
          record_id: record.recordId,
          record_status: record.recordStatus,
          problem_code: tx.raw('null'),
          problem_message: tx.raw('null'),
        })
        .returning('provisioned_id');
      for (const { provisioned_id: id } of rows) {
        await tx('provisioned_products')
          .where({ id })
          .update({
            status: 'UNDER_CHANGE',
            read_at: databaseTime(tx),
            ...(record.awsId ? { aws_id: record.awsId } : {}),
          });
      }
    });
  }

  async release(
    claim: ChangeClaim,
    next: Parameters<ProvisionedStore['release']>[1],
  ): Promise<void> {
    const { afterMs, recordStatus, problem } = next;
    const nothing = this.#knex.raw('null');
    await this.#held(this.#knex, claim).update({
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
    return this.#knex.transaction(async tx => {
      const open = await this.#held(tx, claim).first('provisioned_id');
      // Who deletes the row has the change, whoever else has read it.
      if (!open || (await this.#held(tx, claim).delete()) !== 1) {
        return false;
      }
      await tx('product_change_outcomes').insert({
        change_id: claim.changeId,
        state: end.state,
        finished_at: databaseTime(tx),
        record_id: end.recordId,
        record_status: end.recordStatus,
        problem_code: end.problem?.code,
        problem_message: end.problem?.message,
      });
      await tx('provisioned_products')
        .where({ id: open.provisioned_id })
        .update({
          status: state.status,
          status_message: state.statusMessage ?? tx.raw('null'),
          read_at: databaseTime(tx),
          ...(GONE.includes(state.status)
            ? { ended_at: databaseTime(tx) }
            : {}),
          ...(state.awsId ? { aws_id: state.awsId } : {}),
          ...(state.version
            ? { version_id: state.version.id, version_name: state.version.name }
            : {}),
          ...(state.outputs ? { outputs: JSON.stringify(state.outputs) } : {}),
        });
      return true;
    });
  }

  async listProvisioned({
    ended,
  }: {
    ended: boolean;
  }): Promise<KeptProvisionedProduct[]> {
    const query = this.#provisioned();
    const rows = await (ended
      ? query
      : query.whereNull('provisioned_products.ended_at'));
    return rows.map(toProvisioned);
  }

  async findProvisioned(
    id: string,
  ): Promise<KeptProvisionedProduct | undefined> {
    const row = await this.#provisioned()
      .where('provisioned_products.id', id)
      .first();
    return row && toProvisioned(row);
  }

  async listChanges(provisionedId: string): Promise<KeptChange[]> {
    const rows = await this.#changes()
      .where('product_changes.provisioned_id', provisionedId)
      .orderBy('product_changes.seq', 'desc');
    return rows.map(toChange);
  }

  async findChange(id: string): Promise<KeptChange | undefined> {
    const row = await this.#changes().where('product_changes.id', id).first();
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

  #provisioned(): Knex.QueryBuilder<ProvisionedRow, ProvisionedRow[]> {
    return this.#knex('provisioned_products')
      .leftJoin(
        'open_product_changes as open',
        'open.provisioned_id',
        'provisioned_products.id',
      )
      .leftJoin('product_changes as asked', 'asked.id', 'open.change_id')
      .select('provisioned_products.*', {
        open_change_id: 'open.change_id',
        open_kind: 'asked.kind',
        open_record_id: 'open.record_id',
      });
  }

  #changes(): Knex.QueryBuilder<ChangeRow, ChangeRow[]> {
    return this.#knex('product_changes')
      .leftJoin(
        'product_change_outcomes as ended',
        'ended.change_id',
        'product_changes.id',
      )
      .leftJoin(
        'open_product_changes as open',
        'open.change_id',
        'product_changes.id',
      )
      .select(
        'product_changes.*',
        'open.record_id',
        'open.record_status',
        'open.problem_code',
        'open.problem_message',
        {
          end_state: 'ended.state',
          finished_at: 'ended.finished_at',
          end_record_id: 'ended.record_id',
          end_record_status: 'ended.record_status',
          end_problem_code: 'ended.problem_code',
          end_problem_message: 'ended.problem_message',
        },
      );
  }

  #held(knex: Knex, claim: ChangeClaim) {
    return knex('open_product_changes').where({
      change_id: claim.changeId,
      claim: claim.token,
    });
  }
}
