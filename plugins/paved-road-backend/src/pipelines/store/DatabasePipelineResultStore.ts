import { ConflictError } from '@backstage/errors';
import { PipelineStage } from '@paved-road/backstage-plugin-paved-road-common';
import { Knex } from 'knex';
import { databaseTime } from '../../database/databaseTime';
import {
  ChecksOfDocuments,
  KeptResult,
  KeptSummary,
  NewestResults,
  NewResult,
} from '../results';
import { PipelineResultStore } from './PipelineResultStore';
import {
  fromRow,
  keyColumns,
  ResultRow,
  toContent,
  toRow,
  withContent,
} from './resultRow';

const TABLE = 'pipeline_results';
const CONTENTS = 'pipeline_result_contents';

export class DatabasePipelineResultStore implements PipelineResultStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async keep(result: NewResult): Promise<KeptResult> {
    return this.#knex.transaction(async tx => {
      const content = toContent(result);
      const row = toRow(result, content.digest);
      await tx(CONTENTS).insert(content).onConflict('digest').ignore();
      // Of several at the same time the first is kept; the others wait for it.
      await tx(TABLE)
        .insert({ ...row, received_at: databaseTime(tx) })
        .onConflict(keyColumns)
        .ignore();
      const kept = await withContents(tx)
        .where(Object.fromEntries(keyColumns.map(key => [key, row[key]])))
        .first();
      if (kept.posted_digest !== row.posted_digest) {
        throw new ConflictError(
          `The run '${result.runId}' has another result of the stage '${row.stage}' for the same documents and rules; begin a new run`,
        );
      }
      return withContent(kept);
    });
  }

  async list(
    entityRef: string,
    options: { limit: number; before?: number },
  ): Promise<KeptSummary[]> {
    const query = this.#knex<ResultRow>(TABLE)
      .where({ entity_ref: entityRef })
      .orderBy('seq', 'desc')
      .limit(options.limit);
    if (options.before !== undefined) {
      query.where('seq', '<', options.before);
    }
    const rows: ResultRow[] = await query;
    return rows.map(fromRow);
  }

  async readRun(entityRef: string, runId: string): Promise<KeptResult[]> {
    const rows: (ResultRow & { content: string })[] = await withContents(
      this.#knex,
    )
      .where({ entity_ref: entityRef, run_id: runId })
      .orderBy('seq', 'desc');
    return rows.map(withContent);
  }

  async listEnvironments(entityRef: string): Promise<string[]> {
    return this.#knex<ResultRow>(TABLE)
      .where({ entity_ref: entityRef })
      .distinct()
      .pluck('environment');
  }

  async readNewest(
    entityRef: string,
    environment: string,
  ): Promise<NewestResults> {
    const newestOf = async (stage: PipelineStage) => {
      const row: (ResultRow & { content: string }) | undefined =
        await withContents(this.#knex)
          .where({ entity_ref: entityRef, environment, stage })
          .orderBy('seq', 'desc')
          .first();
      return row && withContent(row);
    };
    const [pipeline, deployed] = await Promise.all([
      newestOf('pipeline'),
      newestOf('deployed'),
    ]);
    return { pipeline, deployed };
  }

  async readChecks(of: {
    entityRef: string;
    environment: string;
    subjectDigest: string;
    place: number;
  }): Promise<ChecksOfDocuments> {
    const checks = () =>
      this.#knex<ResultRow>(TABLE).where({
        entity_ref: of.entityRef,
        environment: of.environment,
        stage: 'pipeline',
        subject_digest: of.subjectDigest,
      });
    const [before, after] = await Promise.all([
      checks().where('seq', '<', of.place).orderBy('seq', 'desc').first(),
      checks()
        .where('seq', '>', of.place)
        .where({ verdict: 'pass' })
        .first('seq'),
    ]);
    return {
      before: before && fromRow(before),
      passedAfter: after !== undefined,
    };
  }
}

function withContents(knex: Knex) {
  return knex(TABLE)
    .join(CONTENTS, 'digest', 'content_digest')
    .select(`${TABLE}.*`, 'content');
}
