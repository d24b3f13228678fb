import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isError } from '@backstage/errors';
import { State, stateSchema, UNTOUCHED } from './model';

/**
 * What the forge knows of one repository, in a JSON file beside it. Each change
 * replaces the file as a whole, and without a pause in between, so that neither
 * another request nor an end of the process ever meets half a change.
 */
export class RepositoryState {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  read(): State {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if (isError(error) && error.code === 'ENOENT') {
        return structuredClone(UNTOUCHED);
      }
      throw error;
    }
    try {
      return stateSchema.parse(JSON.parse(text));
    } catch (error) {
      throw new Error(
        `${
          this.#path
        } can't be read; remove it to forget the repository's protection, pull requests and checks`,
        { cause: error },
      );
    }
  }

  /** Changes the state, and answers what the change answers. */
  change<T>(work: (state: State) => T): T {
    const state = this.read();
    const answer = work(state);
    const next = `${this.#path}.next`;
    writeFileSync(next, JSON.stringify(state), { mode: 0o600 });
    renameSync(next, this.#path);
    return answer;
  }
}
