import { isError } from '@backstage/errors';
import { Repository } from '../forge/git/Repository';
import { limits } from './limits';
import { Run } from './model';

/** A run of a repository that waits, or is worked on. */
export interface Entry {
  repository: Repository;
  run: Run;
}

/** What is run one after the other: the commits of one branch, for one reason. */
const laneOf = ({ repository: { id }, run }: Entry) =>
  JSON.stringify([id.owner, id.name, run.event, run.branch]);

/** Lets runs begin in order, a few at the same time. */
export class RunQueue {
  readonly #waiting: Entry[] = [];
  readonly #running = new Map<string, Promise<void>>();

  constructor(
    private readonly work: (entry: Entry) => Promise<void>,
    private readonly signal: AbortSignal,
  ) {}

  /** Adds a run, and answers the older ones of its branch that it takes the place of. */
  add(entry: Entry): Entry[] {
    const lane = laneOf(entry);
    const older = this.#waiting.filter(waiting => laneOf(waiting) === lane);
    older.forEach(waiting =>
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1),
    );
    this.#waiting.push(entry);
    return older;
  }

  /** Begins what may begin. */
  pump(): void {
    while (this.#running.size < limits.runsAtOnce && !this.signal.aborted) {
      const next = this.#waiting.find(
        entry => !this.#running.has(laneOf(entry)),
      );
      if (!next) {
        return;
      }
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      const lane = laneOf(next);
      const worked = this.work(next)
        .catch(error => {
          if (!this.signal.aborted) {
            process.stderr.write(`${isError(error) ? error.stack : error}\n`);
          }
        })
        .finally(() => {
          this.#running.delete(lane);
          this.pump();
        });
      this.#running.set(lane, worked);
    }
  }

  /** Resolves once nothing is worked on. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running.values());
  }
}
