import { isError } from '@backstage/errors';
import { Run, Step, StepName } from './model';
import { RunStore } from './RunStore';

const now = () => new Date().toISOString();

export type Log = (text: string | Buffer) => void;

/** Writes down how the steps of one run go. */
export class Steps {
  constructor(
    private readonly store: RunStore,
    private readonly runId: string,
    private readonly signal: AbortSignal,
  ) {}

  change(work: (run: Run) => void): void {
    this.store.change(this.runId, work);
  }

  /** Does a step, and tells by what comes of it how it has ended. */
  async do<T>(
    name: StepName,
    work: (log: Log) => Promise<T>,
    stateOf: (end: T) => Step['state'] = () => 'passed',
  ): Promise<T> {
    const log: Log = text => this.store.log(this.runId, name, text);
    this.#set(name, { state: 'running', startedAt: now() });
    try {
      const end = await work(log);
      this.#set(name, { state: stateOf(end), finishedAt: now() });
      return end;
    } catch (error) {
      if (!this.signal.aborted) {
        log(`${isError(error) ? error.message : 'It has failed'}\n`);
        this.#set(name, { state: 'failed', finishedAt: now() });
      }
      throw error;
    }
  }

  /** Leaves a step out, and says why. */
  leaveOut(name: StepName, why: string): void {
    this.store.log(this.runId, name, `${why}\n`);
    this.#set(name, { state: 'skipped' });
  }

  #set(name: StepName, change: Partial<Step>): void {
    this.change(({ steps }) => {
      Object.assign(steps.find(step => step.name === name) ?? {}, change);
    });
  }
}

/** Ends a run: what has not come to its end by now never will. */
export function endRun(run: Run, end: Pick<Run, 'state' | 'reason'>): void {
  Object.assign(run, { ...end, finishedAt: now() });
  for (const step of run.steps) {
    if (step.state === 'running') {
      Object.assign(step, { state: 'failed', finishedAt: now() });
    } else if (step.state === 'waiting') {
      step.state = 'skipped';
    }
  }
}
