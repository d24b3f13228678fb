import {
  EngineInfo,
  Finding,
  Verdict,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ReadDocument } from '../documents/types';
import { RuleFile } from '../packs/types';

/**
 * What one named rule of a file said of one document. Findings carry neither
 * values of the document nor a remediation but the one of the rule's message.
 *
 * @public
 */
export interface RuleOutcome {
  verdict: Extract<Verdict, 'pass' | 'fail' | 'skip' | 'unknown'>;
  findings: Finding[];
  /** Why the verdict is `unknown`. */
  reason?: string;
}

/**
 * What a file's rules said of one document: a function of the two digests and
 * the engine's version alone, unless `transient`.
 *
 * @public
 */
export interface Evaluation {
  documentDigest: string;
  fileDigest: string;
  /** By the rule's name; holds every name that the file declares. */
  outcomes: Record<string, RuleOutcome>;
  /** True where another try may answer otherwise (time limit, killed process); never remembered. */
  transient?: boolean;
}

/**
 * A document and the files to evaluate on it.
 *
 * @public
 */
export interface EvaluationTask {
  document: ReadDocument;
  files: RuleFile[];
}

/** @public */
export interface EvaluateOptions {
  /** A pair of document and file that occurs twice is evaluated once. */
  tasks: EvaluationTask[];
  /** Told after each batch, with pairs of document and file. */
  onProgress?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * Evaluates rules on documents. Pure: the same documents and files give the
 * same outcomes.
 *
 * @public
 */
export interface PolicyEngine {
  /** @throws ServiceUnavailableError where the engine can't be started. */
  getInfo(): Promise<EngineInfo>;

  /**
   * The files that don't parse, by their digest, with the engine's own words.
   */
  findBrokenFiles(files: RuleFile[]): Promise<Map<string, string>>;

  /**
   * The files that can say something else than `skip` of a document, as far as
   * the engine can tell without evaluating them. Leaving out the others never
   * changes a verdict.
   */
  selectFiles(document: ReadDocument, files: RuleFile[]): RuleFile[];

  /**
   * One evaluation for each pair of document and file, by their digests, in no
   * particular order.
   * What can't be evaluated is `unknown` with its reason and takes nothing else
   * down.
   */
  evaluate(options: EvaluateOptions): Promise<Evaluation[]>;
}
