import { EngineInfo } from '@paved-road/backstage-plugin-paved-road-common';
import {
  Evaluation,
  EvaluationKey,
  VerdictMemory,
} from '@paved-road/backstage-plugin-paved-road-node';
import { Knex } from 'knex';

const CHUNK = 200;

/** Remembers evaluations for all replicas and across restarts. */
export class DatabaseVerdictMemory implements VerdictMemory {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async recall(
    engine: EngineInfo,
    keys: EvaluationKey[],
  ): Promise<Evaluation[]> {
    const wanted = new Set(keys.map(keyOf));
    const digests = [...new Set(keys.map(key => key.documentDigest))];
    const evaluations: Evaluation[] = [];
    for (let start = 0; start < digests.length; start += CHUNK) {
      const rows: {
        document_digest: string;
        file_digest: string;
        outcomes: string;
      }[] = await this.#knex('evaluations')
        .where({ engine: nameOf(engine) })
        .whereIn('document_digest', digests.slice(start, start + CHUNK))
        .select('document_digest', 'file_digest', 'outcomes');
      for (const row of rows) {
        const key = {
          documentDigest: row.document_digest,
          fileDigest: row.file_digest,
        };
        if (wanted.has(keyOf(key))) {
          evaluations.push({ ...key, outcomes: JSON.parse(row.outcomes) });
        }
      }
    }
    return evaluations;
  }

  async remember(engine: EngineInfo, evaluations: Evaluation[]): Promise<void> {
    const rows = evaluations
      .filter(({ transient }) => !transient)
      .map(({ documentDigest, fileDigest, outcomes }) => ({
        document_digest: documentDigest,
        file_digest: fileDigest,
        engine: nameOf(engine),
        outcomes: JSON.stringify(outcomes),
      }))
      // In one order for all, so that two writers can't wait for each other.
      .sort((a, b) => (keyOfRow(a) < keyOfRow(b) ? -1 : 1));
    for (let start = 0; start < rows.length; start += CHUNK) {
      await this.#knex('evaluations')
        .insert(rows.slice(start, start + CHUNK))
        .onConflict(['document_digest', 'engine', 'file_digest'])
        .merge(['outcomes']);
    }
  }
}

function nameOf(engine: EngineInfo): string {
  return `${engine.name}@${engine.version}`;
}

function keyOfRow(row: {
  document_digest: string;
  file_digest: string;
}): string {
  return `${row.document_digest} ${row.file_digest}`;
}

function keyOf({ documentDigest, fileDigest }: EvaluationKey): string {
  return `${documentDigest} ${fileDigest}`;
}
