import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  EntityPath,
  getPipelineRun,
  listPipelineResults,
  OperationQuery,
  OperationResponse,
  PipelineResult,
  PipelineResultSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PipelineConfig } from '../config';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { BundleService } from '../rules/BundleService';
import { judgeResult } from './judgeResult';
import { PipelineAccess } from './PipelineAccess';
import { KeptResult, KeptSummary, PostedResult } from './results';
import { PipelineResultStore } from './store/PipelineResultStore';

const RESULTS = 'pipeline-results';

/** Who asks. */
export interface PipelineResultOptions {
  credentials: BackstageCredentials;
}

/** Names one run of a pipeline for a service. */
export type RunPath = EntityPath & { runId: string };

/**
 * Takes what pipelines find, and shows it. Every method throws NotFoundError for
 * a service that the catalog doesn't have or hides from the caller.
 */
export interface PipelineResultService {
  /**
   * Judges and keeps a result; answers the kept one where it came before.
   *
   * @throws NotAllowedError for whoever may not speak for the service; InputError
   * for an unknown environment; ConflictError where something else is kept in its
   * place.
   */
  putResult(
    path: RunPath,
    posted: PostedResult,
    options: PipelineResultOptions,
  ): Promise<PipelineResult>;

  /** @throws InputError for a cursor of another list. */
  listResults(
    path: EntityPath,
    query: OperationQuery<typeof listPipelineResults>,
    options: PipelineResultOptions,
  ): Promise<OperationResponse<typeof listPipelineResults>>;

  /** @throws NotFoundError where nothing is kept of the run. */
  getRun(
    path: RunPath,
    options: PipelineResultOptions,
  ): Promise<OperationResponse<typeof getPipelineRun>>;
}

export class DefaultPipelineResultService implements PipelineResultService {
  readonly #access: PipelineAccess;
  readonly #bundleService: BundleService;
  readonly #store: PipelineResultStore;
  readonly #titles: Map<string, string>;

  constructor(options: {
    access: PipelineAccess;
    bundleService: BundleService;
    store: PipelineResultStore;
    pipelines: PipelineConfig[];
  }) {
    this.#access = options.access;
    this.#bundleService = options.bundleService;
    this.#store = options.store;
    this.#titles = new Map(
      options.pipelines.map(({ id, title }) => [id, title]),
    );
  }

  async putResult(
    path: RunPath,
    posted: PostedResult,
    { credentials }: PipelineResultOptions,
  ): Promise<PipelineResult> {
    const entityRef = stringifyEntityRef(path);
    const poster = await this.#access.requirePoster(entityRef, credentials);
    const { bundle, missing } = await this.#bundleService.getBundle();
    const judgement = judgeResult({ posted, bundle, missingPacks: missing });
    const kept = await this.#store.keep({
      entityRef,
      runId: path.runId,
      poster,
      posted,
      judgement,
    });
    return this.#view(kept);
  }

  async listResults(
    path: EntityPath,
    query: OperationQuery<typeof listPipelineResults>,
    { credentials }: PipelineResultOptions,
  ) {
    const entityRef = stringifyEntityRef(path);
    await this.#access.requireReader(entityRef, credentials);
    const [before] = query.cursor
      ? decodeCursor(RESULTS, query.cursor, ['number'])
      : [];
    const found = await this.#store.list(entityRef, {
      limit: query.limit + 1,
      before: before === undefined ? undefined : Number(before),
    });
    const page = found.slice(0, query.limit);
    return {
      items: page.map(result => this.#view(result)),
      nextCursor:
        found.length > query.limit
          ? encodeCursor(RESULTS, [page[page.length - 1].seq])
          : undefined,
    };
  }

  async getRun(path: RunPath, { credentials }: PipelineResultOptions) {
    const entityRef = stringifyEntityRef(path);
    await this.#access.requireReader(entityRef, credentials);
    const items = await this.#store.readRun(entityRef, path.runId);
    if (items.length === 0) {
      throw new NotFoundError(
        `There is no result of the run '${path.runId}' for ${entityRef}`,
      );
    }
    return { items: items.map(item => this.#view(item)) };
  }

  #view(kept: KeptResult): PipelineResult;
  #view(kept: KeptSummary): PipelineResultSummary;
  #view({ poster, seq: _, ...kept }: KeptSummary): PipelineResultSummary {
    const { pipeline: id } = poster;
    return { ...kept, pipeline: { id, title: this.#titles.get(id) ?? id } };
  }
}
