import {
  ChecksOfDocuments,
  KeptResult,
  KeptSummary,
  NewestResults,
  NewResult,
} from '../results';

/** Keeps what pipelines have found. */
export interface PipelineResultStore {
  /**
   * Keeps a result once for its service, run, subject, bundle and stage.
   *
   * @returns what is kept, with the judgement of the day it came
   * @throws ConflictError where something else is kept in its place.
   */
  keep(result: NewResult): Promise<KeptResult>;

  /**
   * Results of a service, newest first.
   *
   * @param before - only those before this place
   */
  list(
    entityRef: string,
    options: { limit: number; before?: number },
  ): Promise<KeptSummary[]>;

  /** The results of a run, newest first; empty where there is none. */
  readRun(entityRef: string, runId: string): Promise<KeptResult[]>;

  /** The environments that a service has results for, in no order. */
  listEnvironments(entityRef: string): Promise<string[]>;

  /** Of each stage the newest result in an environment. */
  readNewest(entityRef: string, environment: string): Promise<NewestResults>;

  /** What the pipeline has found of the same documents for the same environment. */
  readChecks(of: {
    entityRef: string;
    environment: string;
    subjectDigest: string;
    /** Before and after which place. */
    place: number;
  }): Promise<ChecksOfDocuments>;
}
