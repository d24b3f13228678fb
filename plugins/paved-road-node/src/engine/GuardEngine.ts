import { availableParallelism } from 'node:os';
import { EngineInfo } from '@paved-road/backstage-plugin-paved-road-common';
import { ReadDocument } from '../documents/types';
import { RuleFile } from '../packs/types';
import { BrokenFileFinder } from './BrokenFileFinder';
import { Evaluator } from './evaluation/Evaluator';
import { planCalls } from './evaluation/planCalls';
import { GuardProcess } from './GuardProcess';
import {
  EvaluateOptions,
  Evaluation,
  EvaluationTask,
  PolicyEngine,
} from './PolicyEngine';
import { FileSelector } from './proof/FileSelector';

/** @public */
export interface GuardEngineOptions {
  /** Path of a `cfn-guard` binary; the npm package's own where absent. */
  binary?: string;
  /** How many engine processes run at once; the machine's processors where absent. */
  processes?: number;
  /** How long one engine process may take; 60 seconds where absent. */
  timeoutMs?: number;
}

const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

/**
 * Evaluates rules with CloudFormation Guard's own binary.
 *
 * @public
 */
export class GuardEngine implements PolicyEngine {
  readonly #processes: number;
  readonly #timeoutMs: number;
  readonly #process: GuardProcess;
  readonly #brokenFiles: BrokenFileFinder;
  readonly #selector = new FileSelector();
  #version?: string;

  constructor(options: GuardEngineOptions = {}) {
    this.#processes = options.processes ?? availableParallelism();
    this.#timeoutMs = options.timeoutMs ?? 60_000;
    this.#process = new GuardProcess({
      binary: options.binary,
      processes: this.#processes,
      timeoutMs: this.#timeoutMs,
      maxOutputBytes: MAX_OUTPUT_BYTES,
    });
    this.#brokenFiles = new BrokenFileFinder(this.#process, this.#processes);
  }

  async getInfo(): Promise<EngineInfo> {
    this.#version ??= await this.#process.askVersion();
    return { name: 'cfn-guard', version: this.#version };
  }

  async findBrokenFiles(files: RuleFile[]): Promise<Map<string, string>> {
    return this.#brokenFiles.find(files);
  }

  selectFiles(document: ReadDocument, files: RuleFile[]): RuleFile[] {
    return this.#selector.select(document, files);
  }

  async evaluate(options: EvaluateOptions): Promise<Evaluation[]> {
    const { onProgress, signal } = options;
    const { documents, files, wanted } = collect(options.tasks);
    const total = [...wanted.values()].reduce((sum, set) => sum + set.size, 0);
    let done = 0;
    const evaluator = new Evaluator({
      process: this.#process,
      brokenFiles: this.#brokenFiles,
      wanted,
      timeoutMs: this.#timeoutMs,
      signal,
      onDone: pairs => {
        done += pairs;
        onProgress?.(done, total);
      },
    });
    const calls = planCalls({
      documents,
      files,
      wanted,
      processes: this.#processes,
      footprintOf: file => this.#selector.footprintOf(file),
    });
    const evaluations = await Promise.all(
      calls.map(call => evaluator.evaluate(call)),
    );
    return evaluations.flat();
  }
}

/** Each document and each file once, and which go together. */
function collect(tasks: EvaluationTask[]) {
  const documents = new Map<string, ReadDocument>();
  const files = new Map<string, RuleFile>();
  const wanted = new Map<string, Set<string>>();
  for (const { document, files: own } of tasks) {
    documents.set(document.digest, document);
    const digests = wanted.get(document.digest) ?? new Set();
    for (const file of own) {
      files.set(file.digest, file);
      digests.add(file.digest);
    }
    wanted.set(document.digest, digests);
  }
  return {
    documents: [...documents.values()],
    files: [...files.values()],
    wanted,
  };
}
