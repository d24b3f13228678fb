import { ServiceUnavailableError } from '@backstage/errors';
import pLimit, { Limit } from 'p-limit';
import { GuardEntry, parseGuardOutput } from './guardOutput';
import { locateBinary, requireExecutable } from './locateBinary';
import { ProcessResult, runProcess } from './runProcess';

export interface GuardProcessOptions {
  binary?: string;
  processes: number;
  timeoutMs: number;
  maxOutputBytes: number;
}

export interface ValidateOptions {
  /** Sources of rules. */
  rules: string[];
  /** Texts of documents. */
  data: string[];
  timeoutMs?: number;
  signal?: AbortSignal;
}

/** Why the engine gave no answer, in words that quote nothing of its input. */
export interface GuardFailure {
  failure: string;
  /** Whether another try may end otherwise. */
  transient: boolean;
  isTimeout?: boolean;
}

/** One entry for each document, in their order. */
export interface GuardAnswer {
  entries: GuardEntry[];
  stderr: string;
}

/** No rule failed; some rule file did not parse; some rule failed. */
const answeringExitCodes = [0, 5, 19];

const validate = 'validate --payload --structured -o json -S none'.split(' ');

/** Runs the engine's binary, no more often at once than was allowed. */
export class GuardProcess {
  readonly #options: GuardProcessOptions;
  readonly #limit: Limit;
  #binary?: Promise<string>;

  constructor(options: GuardProcessOptions) {
    this.#options = options;
    this.#limit = pLimit(options.processes);
  }

  /** @throws ServiceUnavailableError where the binary can't be run. */
  async askVersion(): Promise<string> {
    const { stdout } = await this.#run({ args: ['--version'], input: '' });
    const version = /^cfn-guard (\S+)/.exec(stdout)?.[1];
    if (!version) {
      throw new ServiceUnavailableError(
        'The policy engine does not tell its version: is it cfn-guard?',
      );
    }
    return version;
  }

  /** @throws ServiceUnavailableError where the binary can't be run. */
  async validate(
    options: ValidateOptions,
  ): Promise<GuardAnswer | GuardFailure> {
    const {
      rules,
      data,
      timeoutMs = this.#options.timeoutMs,
      signal,
    } = options;
    const result = await this.#run({
      args: validate,
      input: JSON.stringify({ rules, data }),
      timeoutMs,
      signal,
    });
    signal?.throwIfAborted();
    const { exitCode, stdout, stderr } = result;
    if (exitCode === undefined || !answeringExitCodes.includes(exitCode)) {
      return this.#explain(result, timeoutMs);
    }
    try {
      const entries = parseGuardOutput(stdout);
      if (entries.length === data.length) {
        return { entries, stderr };
      }
    } catch {
      // The text is the answer to the same question: there is none.
    }
    return { failure: 'The engine’s answer can’t be read', transient: false };
  }

  #explain(result: ProcessResult, timeoutMs: number): GuardFailure {
    switch (result.stopped) {
      case 'time limit':
        return {
          failure: `The engine took longer than ${timeoutMs / 1000} seconds`,
          transient: true,
          isTimeout: true,
        };
      case 'output limit':
        return {
          failure: `The engine printed more than ${
            this.#options.maxOutputBytes
          } bytes`,
          transient: false,
        };
      case undefined:
        return {
          failure: `The engine ended with the exit code ${result.exitCode}`,
          transient: false,
        };
      default:
        return { failure: 'The engine was killed', transient: true };
    }
  }

  async #run(options: {
    args: string[];
    input: string;
    timeoutMs?: number;
    signal?: AbortSignal;
  }): Promise<ProcessResult> {
    const binary = await this.#locate();
    return this.#limit(() => {
      options.signal?.throwIfAborted();
      return runProcess({
        timeoutMs: this.#options.timeoutMs,
        maxOutputBytes: this.#options.maxOutputBytes,
        ...options,
        binary,
      }).catch(error => {
        throw new ServiceUnavailableError(
          `The policy engine at ${binary} can't be started`,
          error,
        );
      });
    });
  }

  #locate(): Promise<string> {
    const { binary } = this.#options;
    this.#binary ??= (
      binary ? requireExecutable(binary).then(() => binary) : locateBinary()
    ).catch(error => {
      this.#binary = undefined;
      throw error;
    });
    return this.#binary;
  }
}
