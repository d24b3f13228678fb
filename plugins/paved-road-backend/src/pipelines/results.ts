import {
  OperationBody,
  PipelineResult,
  PipelineResultSummary,
  PipelineStage,
  putPipelineResult,
} from '@paved-road/backstage-plugin-paved-road-common';

/** What a pipeline sends of one stage of a run. */
export type PostedResult = OperationBody<typeof putPipelineResult>;

/** What the portal makes of it. */
export type Judgement = Pick<
  PipelineResult,
  'verdict' | 'reasons' | 'counts' | 'results' | 'heldRules'
>;

/** Who has posted, as far as that is certain. */
export interface Poster {
  /** Id of the configured pipeline. */
  pipeline: string;
  /** The subject that Backstage has verified. */
  principal: string;
}

/** A result on its way into the evidence. */
export interface NewResult {
  entityRef: string;
  runId: string;
  poster: Poster;
  posted: PostedResult;
  judgement: Judgement;
}

/** What a list needs of a result. */
export interface KeptSummary extends Omit<PipelineResultSummary, 'pipeline'> {
  /** By its place, newest are highest. */
  seq: number;
  poster: Poster;
}

/** A result as it is kept, but for its SARIF. */
export interface KeptResult extends KeptSummary {
  documents: PipelineResult['documents'];
  results: PipelineResult['results'];
  heldRules: string[];
}

/** Of each stage the newest result in one environment. */
export type NewestResults = Partial<Record<PipelineStage, KeptResult>>;

/** What the pipeline has found of documents, seen from their deployment. */
export interface ChecksOfDocuments {
  /** The newest that came before. */
  before?: KeptSummary;
  /** Whether one has passed that came only afterwards. */
  passedAfter: boolean;
}
