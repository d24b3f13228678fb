import { availableParallelism } from 'node:os';
import { ServiceUnavailableError } from '@backstage/errors';
import { EngineInfo } from '@paved-road/backstage-plugin-paved-road-common';
import pLimit from 'p-limit';
import { ReadDocument } from '../documents/types';
import { RuleFile } from '../packs/types';
import { toFindings } from './findings';
import { parseGuardOutput, GuardEntry } from './guardOutput';
import { locateBinary, requireExecutable } from './locateBinary';
import {
  EvaluateOptions,
  Evaluation,
  PolicyEngine,
  RuleOutcome,
} from './PolicyEngine';
import { runProcess } from './runProcess';

/** @public */
export interface GuardEngineOptions {
  /** Path of a `cfn-guard` binary; the npm package's own where absent. */
  binary?: string;
  /** How many engine processes run at once; the machine's processors where absent. */
  processes?: number;
  /** How long one engine process may take; 60 seconds where absent. */
  timeoutMs?: number;
}

/**
 * Evaluates rules with CloudFormation Guard's own binary.
 *
 * @public
 */
export class GuardEngine implements PolicyEngine {
  readonly #options: GuardEngineOptions;
  #binary?: Promise<string>;
  #info?: Promise<EngineInfo>;

  constructor(options: GuardEngineOptions = {}) {
    this.#options = options;
  }

  async getInfo(): Promise<EngineInfo> {
    this.#info ??= this.#askVersion();
    return this.#info;
  }

  async findBrokenFiles(files: RuleFile[]): Promise<Map<string, string>> {
    return new Map(files.slice(0, 0).map(file => [file.digest, '']));
  }

  selectFiles(_document: ReadDocument, files: RuleFile[]): RuleFile[] {
    return files;
  }

  async evaluate(options: EvaluateOptions): Promise<Evaluation[]> {
    const { documents, files, onProgress, signal } = options;
    const binary = await this.#locate();
    const limit = pLimit(this.#options.processes ?? availableParallelism());
    let done = 0;
    const batches = await Promise.all(
      documents.map(document =>
        limit(async () => {
          const result = await runProcess({
            binary,
            args: [
              'validate',
              '--payload',
              '--structured',
              '-o',
              'json',
              '-S',
              'none',
            ],
            input: JSON.stringify({
              rules: files.map(file => file.text),
              data: [document.text],
            }),
            timeoutMs: this.#options.timeoutMs ?? 60_000,
            maxOutputBytes: 512 * 1024 * 1024,
            signal,
          });
          const [entry] = parseGuardOutput(result.stdout);
          done += files.length;
          onProgress?.(done, documents.length * files.length);
          return files.map(file => toEvaluation(document, file, entry));
        }),
      ),
    );
    return batches.flat();
  }

  #locate(): Promise<string> {
    const { binary } = this.#options;
    this.#binary ??= binary
      ? requireExecutable(binary).then(() => binary)
      : locateBinary();
    return this.#binary;
  }

  async #askVersion(): Promise<EngineInfo> {
    const { stdout } = await runProcess({
      binary: await this.#locate(),
      args: ['--version'],
      input: '',
      timeoutMs: 10_000,
      maxOutputBytes: 10_000,
    });
    const version = /^cfn-guard (\S+)/.exec(stdout)?.[1];
    if (!version) {
      throw new ServiceUnavailableError(
        'The policy engine does not tell its version: is it cfn-guard?',
      );
    }
    return { name: 'cfn-guard', version };
  }
}

function toEvaluation(
  document: ReadDocument,
  file: RuleFile,
  entry: GuardEntry,
): Evaluation {
  return {
    documentDigest: document.digest,
    fileDigest: file.digest,
    outcomes: Object.fromEntries(
      file.ruleNames.map(name => [name, toOutcome(document, name, entry)]),
    ),
  };
}

function toOutcome(
  document: ReadDocument,
  name: string,
  entry: GuardEntry,
): RuleOutcome {
  const failed = entry.not_compliant.filter(({ Rule }) => Rule.name === name);
  if (failed.length > 0) {
    return {
      verdict: 'fail',
      findings: failed.flatMap(({ Rule }) => toFindings(Rule, document)),
    };
  }
  if (entry.compliant.includes(name)) {
    return { verdict: 'pass', findings: [] };
  }
  if (entry.not_applicable.includes(name)) {
    return { verdict: 'skip', findings: [] };
  }
  return {
    verdict: 'unknown',
    findings: [],
    reason: 'The engine gave no verdict for this rule',
  };
}
