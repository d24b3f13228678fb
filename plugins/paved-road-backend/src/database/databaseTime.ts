import { Knex } from 'knex';

/** Whether the database can lock rows and skip locked ones. */
export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client === 'pg';
}

/**
 * Now by the database's clock, which all replicas share, as ISO 8601 in UTC
 * with milliseconds.
 */
export function databaseTime(knex: Knex, plusMs: number = 0): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw(
        `to_char((clock_timestamp() + ?::integer * interval '1 millisecond') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
        [plusMs],
      )
    : knex.raw(`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ?)`, [
        `${plusMs / 1000} seconds`,
      ]);
}
