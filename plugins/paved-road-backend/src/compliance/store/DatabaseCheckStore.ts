import { NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import {
  CheckContent,
  KeptCheck,
  RequestedCheck,
  ServiceStanding,
} from '../checks';
import { CheckStore } from './CheckStore';
import { fromOutcomeRow, outcomeColumns, OutcomeRow } from './outcomeRow';

type CheckRow = {
  id: string;
  seq: number;
  entity_ref: string;
  trigger: RequestedCheck['trigger'];
  requester_type: 'user' | 'service' | null;
  requester: string | null;
  requested_at: string;
  claimed_at: string | null;
} & (OutcomeRow | { state: null });

export class DatabaseCheckStore implements CheckStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async readStandings(
    entityRef?: string,
  ): Promise<Map<string, ServiceStanding>> {
    const only = entityRef === undefined ? {} : { entity_ref: entityRef };
    const finished: (OutcomeRow & { entity_ref: string; check_id: string })[] =
      await this.#knex('current_checks')
        .join('check_outcomes', 'check_id', 'finished_check_id')
        .where(only)
        .select('entity_ref', 'check_id', ...outcomeColumns);
    const failed: { entity_ref: string; error: string; finished_at: string }[] =
      await this.#knex('current_checks')
        .join('check_outcomes', 'check_id', 'ended_check_id')
        .where({ ...only, state: 'failed' })
        .select('entity_ref', 'error', 'finished_at');
    const pending: {
      entity_ref: string;
      check_id: string;
      claim: string | null;
    }[] = await this.#knex('check_queue')
      .where(only)
      .select('entity_ref', 'check_id', 'claim');

    const standings = new Map<string, ServiceStanding>();
    const of = (ref: string): ServiceStanding => {
      const standing = standings.get(ref) ?? { entityRef: ref };
      standings.set(ref, standing);
      return standing;
    };
    for (const row of finished) {
      const outcome = fromOutcomeRow(row);
      if (outcome.state === 'finished') {
        of(row.entity_ref).finished = { checkId: row.check_id, outcome };
      }
    }
    for (const row of failed) {
      of(row.entity_ref).failure = {
        error: row.error,
        failedAt: row.finished_at,
      };
    }
    for (const row of pending) {
      const standing = of(row.entity_ref);
      if (standing.pending?.state !== 'running') {
        standing.pending = {
          checkId: row.check_id,
          state: row.claim ? 'running' : 'queued',
        };
      }
    }
    return standings;
  }

  async findCheck(
    entityRef: string,
    checkId: string,
  ): Promise<KeptCheck | undefined> {
    const row = await this.#checks(entityRef)
      .where('checks.id', checkId)
      .first();
    return row && toCheck(row);
  }

  async listChecks(
    entityRef: string,
    options: { limit: number; before?: number },
  ): Promise<{ check: KeptCheck; place: number }[]> {
    const query = this.#checks(entityRef)
      .orderBy('checks.seq', 'desc')
      .limit(options.limit);
    if (options.before !== undefined) {
      query.where('checks.seq', '<', options.before);
    }
    const rows: CheckRow[] = await query;
    return rows.map(row => ({ check: toCheck(row), place: row.seq }));
  }

  async readContent(digest: string): Promise<CheckContent> {
    const row = await this.#knex('check_contents')
      .where({ digest })
      .first('content');
    if (!row) {
      throw new NotFoundError('The content of the check is not kept here');
    }
    return JSON.parse(row.content);
  }

  async readFailures(rule: string): Promise<Map<string, number>> {
    const rows: { entity_ref: string; finding_count: number }[] =
      await this.#knex('rule_failures')
        .where({ rule })
        .select('entity_ref', 'finding_count');
    return new Map(rows.map(row => [row.entity_ref, row.finding_count]));
  }

  #checks(entityRef: string) {
    return this.#knex('checks')
      .leftJoin('check_outcomes', 'check_outcomes.check_id', 'checks.id')
      .leftJoin('check_queue', 'check_queue.check_id', 'checks.id')
      .where('checks.entity_ref', entityRef)
      .select(
        'checks.id',
        'checks.seq',
        'checks.entity_ref',
        'checks.trigger',
        'checks.requester_type',
        'checks.requester',
        'checks.requested_at',
        'check_queue.started_at as claimed_at',
        ...outcomeColumns.map(column => `check_outcomes.${column}`),
      );
  }
}

function toCheck(row: CheckRow): KeptCheck {
  const requested: RequestedCheck = {
    id: row.id,
    entityRef: row.entity_ref,
    trigger: row.trigger,
    requester:
      row.requester_type && row.requester
        ? { type: row.requester_type, name: row.requester }
        : undefined,
    requestedAt: row.requested_at,
  };
  if (row.state !== null) {
    return { ...requested, state: 'ended', outcome: fromOutcomeRow(row) };
  }
  return row.claimed_at
    ? { ...requested, state: 'running', startedAt: row.claimed_at }
    : { ...requested, state: 'queued' };
}
