import { EngineInfo } from '@paved-road/backstage-plugin-paved-road-common';
import { Evaluation } from '../engine/PolicyEngine';

/**
 * A document and a rule file, by their digests.
 *
 * @public
 */
export interface EvaluationKey {
  documentDigest: string;
  fileDigest: string;
}

/**
 * Remembers evaluations, so that an unchanged pair is never evaluated twice.
 *
 * @public
 */
export interface VerdictMemory {
  recall(engine: EngineInfo, keys: EvaluationKey[]): Promise<Evaluation[]>;
  remember(engine: EngineInfo, evaluations: Evaluation[]): Promise<void>;
}
