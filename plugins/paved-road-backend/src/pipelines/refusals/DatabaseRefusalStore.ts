import { Knex } from 'knex';
import { RefusalStore } from './RefusalStore';

export class DatabaseRefusalStore implements RefusalStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async countRefused(since: string): Promise<Map<string, number>> {
    const rows: { entity_ref: string; refused: number | string }[] =
      await this.#knex('pipeline_results')
        .whereNot({ verdict: 'pass' })
        .where('received_at', '>=', since)
        .groupBy('entity_ref')
        .select('entity_ref')
        .count({ refused: '*' });
    // PostgreSQL's driver answers counts as text.
    return new Map(rows.map(row => [row.entity_ref, Number(row.refused)]));
  }
}
