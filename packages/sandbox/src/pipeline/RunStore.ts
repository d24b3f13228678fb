import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { isError } from '@backstage/errors';
import { RepositoryId } from '../forge/git/names';
import { limits } from './limits';
import { Run, runsSchema, StepName, stepNames } from './model';

/**
 * The runs of one repository, in a JSON file that each change replaces as a
 * whole, with their logs beside it.
 */
export class RunStore {
  readonly #path: string;
  readonly #logs: string;
  readonly #written = new Map<string, number>();

  /** @param directory - of all repositories' runs */
  constructor(directory: string, { owner, name }: RepositoryId) {
    this.#path = join(directory, owner, `${name}.json`);
    this.#logs = join(directory, owner, name);
    mkdirSync(this.#logs, { recursive: true });
  }

  /** The oldest first. */
  read(): Run[] {
    let content: string;
    try {
      content = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return [];
      }
      throw error;
    }
    try {
      return runsSchema.parse(JSON.parse(content)).runs;
    } catch (error) {
      throw new Error(
        `${
          this.#path
        } can't be read; remove it to forget the repository's runs`,
        { cause: error },
      );
    }
  }

  find(id: string): Run | undefined {
    return this.read().find(run => run.id === id);
  }

  add(given: Omit<Run, 'id' | 'number' | 'steps' | 'findings' | 'documents'>) {
    const runs = this.read();
    const number = (runs.at(-1)?.number ?? 0) + 1;
    const run: Run = {
      ...given,
      id: `${number}-${randomBytes(6).toString('hex')}`,
      number,
      steps: stepNames.map(name => ({ name, state: 'waiting' })),
      findings: [],
      documents: [],
    };
    const kept = [...runs, run].slice(-limits.runsKept);
    this.#write(kept);
    for (const { id } of runs.filter(old => !kept.includes(old))) {
      stepNames.forEach(step => rmSync(this.#log(id, step), { force: true }));
    }
    return run;
  }

  /** Changes a run, and answers it; what is no longer remembered changes nothing. */
  change(id: string, work: (run: Run) => void): Run | undefined {
    const runs = this.read();
    const run = runs.find(known => known.id === id);
    if (run) {
      work(run);
      this.#write(runs);
    }
    return run;
  }

  /** Adds to a step's log, as long as it isn't too long. */
  log(id: string, step: StepName, text: string | Buffer): void {
    const path = this.#log(id, step);
    const bytes = Buffer.from(text);
    const before = this.#written.get(path) ?? 0;
    const room = limits.logBytes - before;
    this.#written.set(path, before + bytes.length);
    if (room <= 0) {
      return;
    }
    appendFileSync(path, bytes.subarray(0, room), { mode: 0o600 });
    if (bytes.length > room) {
      appendFileSync(path, '\n… the log is too long; the rest is left out\n');
    }
  }

  readLog(id: string, step: StepName): string {
    try {
      return readFileSync(this.#log(id, step), 'utf8');
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return '';
      }
      throw error;
    }
  }

  #log(id: string, step: StepName): string {
    return join(this.#logs, `${id}.${step}.log`);
  }

  #write(runs: Run[]): void {
    const next = `${this.#path}.next`;
    writeFileSync(next, JSON.stringify({ format: 1, runs }), { mode: 0o600 });
    renameSync(next, this.#path);
  }
}
