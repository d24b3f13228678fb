import {
  OperationBody,
  PipelineResult,
  PipelineResultSummary,
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
