import { ChannelState } from '@paved-road/backstage-plugin-paved-road-common';
import { Knex } from 'knex';
import { databaseTime } from '../../../database/databaseTime';
import { ChannelFinding } from '../facts';
import { ChannelStanding, StateChange } from '../standings';
import { ChannelStore } from './ChannelStore';

const CHECKS = 'channel_checks';
const LOOKS = 'channel_looks';

export class DatabaseChannelStore implements ChannelStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async now(): Promise<string> {
    const [{ now }] = await this.#knex.select({
      now: databaseTime(this.#knex),
    });
    return now;
  }

  async record(
    entityRef: string,
    finding: ChannelFinding,
    beganAt: string,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      const of = { entity_ref: entityRef };
      // Writing first makes others wait who record the same at the same time.
      await tx(LOOKS)
        .insert({ ...of, looked_at: '' })
        .onConflict('entity_ref')
        .ignore();
      const taken = await tx(LOOKS)
        .where(of)
        .where('looked_at', '<=', beganAt)
        .update({ looked_at: beganAt });
      if (taken === 0) {
        return;
      }
      const text = JSON.stringify(finding);
      const newest: { finding: string } | undefined = await tx(CHECKS)
        .where(of)
        .orderBy('seq', 'desc')
        .first('finding');
      if (newest?.finding === text) {
        return;
      }
      const [{ seq }] = await tx(CHECKS)
        .insert({
          ...of,
          checked_at: beganAt,
          state: finding.state,
          finding: text,
        })
        .returning('seq');
      await tx(LOOKS).where(of).update({ seq });
    });
  }

  async readStandings(
    entityRef?: string,
  ): Promise<Map<string, ChannelStanding>> {
    const rows: { entity_ref: string; looked_at: string; finding: string }[] =
      await this.#knex(LOOKS)
        .join(CHECKS, `${CHECKS}.seq`, `${LOOKS}.seq`)
        .where(
          entityRef === undefined ? {} : { [`${LOOKS}.entity_ref`]: entityRef },
        )
        .select(`${LOOKS}.entity_ref`, 'looked_at', 'finding');
    return new Map(
      rows.map(row => {
        const finding: ChannelFinding = JSON.parse(row.finding);
        return [row.entity_ref, { ...finding, lookedAt: row.looked_at }];
      }),
    );
  }

  async readStateChanges(
    entityRef?: string,
  ): Promise<Map<string, StateChange[]>> {
    const states = this.#knex(CHECKS)
      .where(entityRef === undefined ? {} : { entity_ref: entityRef })
      .select(
        'entity_ref',
        'seq',
        'checked_at',
        'state',
        this.#knex.raw(
          'lag(state) over (partition by entity_ref order by seq) as state_before',
        ),
      );
    const rows: {
      entity_ref: string;
      checked_at: string;
      state: ChannelState;
    }[] = await this.#knex
      .from(states.as('states'))
      .whereNull('state_before')
      .orWhereRaw('state_before <> state')
      .orderBy('seq')
      .select('entity_ref', 'checked_at', 'state');
    const changes = new Map<string, StateChange[]>();
    for (const { checked_at: at, entity_ref: ref, state } of rows) {
      const known = changes.get(ref) ?? [];
      known.push({ state, at });
      changes.set(ref, known);
    }
    return changes;
  }
}
