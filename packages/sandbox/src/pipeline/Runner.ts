import { isError } from '@backstage/errors';
import { REQUIRED_CHECK } from '@paved-road/backstage-plugin-paved-road-common';
import { RepositoryId } from '../forge/git/names';
import { Repository } from '../forge/git/Repository';
import { RepositoryStore } from '../forge/git/RepositoryStore';
import { isolation } from './build/isolation';
import { Job } from './Job';
import { limits } from './limits';
import { isOver, Run, Wiring } from './model';
import { PipelineOptions } from './options';
import { RunStore } from './RunStore';
import { setStatus } from './statuses';
import { candidatesOf } from './wiring/candidatesOf';
import {
  ProvisionedPipeline,
  provisionedPipelines,
} from './wiring/provisionedPipelines';
import { Candidate, wiringOf } from './wiring/wiringOf';

const LOOK_MS = 10_000;

interface Entry {
  repository: Repository;
  run: Run;
}

const keyOf = ({ repository: { id }, run }: Entry) =>
  JSON.stringify([id.owner, id.name, run.event, run.branch]);

/** What was interrupted is told as what it is, and taken up again once. */
const INTERRUPTED = 'It was interrupted: the sandbox was stopped';

/**
 * Looks after all repositories: what is wired and has no run yet gets one, in
 * order, a few at a time.
 */
export class Runner {
  readonly #stores = new Map<string, RunStore>();
  readonly #ending = new AbortController();
  readonly #queue: Entry[] = [];
  readonly #running = new Map<string, Promise<void>>();
  #looking: Promise<void> = Promise.resolve();
  #provisioned: ProvisionedPipeline[] = [];
  #isolation: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #forget: (() => void) | undefined;

  constructor(
    private readonly options: PipelineOptions,
    private readonly repositories: RepositoryStore,
    private readonly url: string,
  ) {}

  /** Takes up what was left, and begins to look. */
  async start(): Promise<void> {
    this.#isolation = await isolation();
    for (const repository of await this.repositories.list()) {
      this.#recover(repository);
    }
    this.#forget = this.repositories.changes.listen(id => this.#look(id));
    await this.#askAws();
    this.#lookEverywhere();
    if (this.options.provisioned) {
      this.#timer = setInterval(() => this.#lookForPipelines(), LOOK_MS);
      this.#timer.unref();
    }
  }

  /** Ends all that runs; it is taken up again at the next start. */
  async stop(): Promise<void> {
    this.#forget?.();
    clearInterval(this.#timer);
    this.#ending.abort(new Error('The sandbox is being stopped'));
    await Promise.allSettled([...this.#running.values(), this.#looking]);
  }

  runs(repository: RepositoryId): RunStore {
    const key = `${repository.owner}/${repository.name}`;
    const known = this.#stores.get(key);
    if (known) {
      return known;
    }
    const made = new RunStore(this.options.dataDirectory, repository);
    this.#stores.set(key, made);
    return made;
  }

  /** Runs a commit once more; where it has not ended yet, that run is answered. */
  again(repository: Repository, { id, sha, event, ...run }: Run): Run {
    const current = this.runs(repository.id)
      .read()
      .find(one => one.sha === sha && one.event === event && !isOver(one));
    return (
      current ??
      this.#enqueue(repository, {
        ...{ sha, event, branch: run.branch, pull: run.pull },
        wiring: run.wiring,
        again: { id, because: 'asked' },
      })
    );
  }

  urlOf({ id }: Repository, run: Run): string {
    return `${this.url}/${id.owner}/${id.name}/runs/${run.id}`;
  }

  #recover(repository: Repository): void {
    const store = this.runs(repository.id);
    for (const run of store.read().filter(one => !isOver(one))) {
      if (run.state === 'queued') {
        this.#queue.push({ repository, run });
        continue;
      }
      store.change(run.id, left => {
        Object.assign(left, {
          state: 'error',
          reason: INTERRUPTED,
          finishedAt: new Date().toISOString(),
        });
        for (const step of left.steps) {
          step.state =
            ({ waiting: 'skipped', running: 'failed' }[
              step.state as string
            ] as typeof step.state) ?? step.state;
        }
      });
      this.#sayError(repository, run, INTERRUPTED);
      if (run.again?.because !== 'interrupted') {
        const { sha, event, branch, pull, wiring } = run;
        const again = { id: run.id, because: 'interrupted' as const };
        this.#enqueue(repository, { sha, event, branch, pull, wiring, again });
      }
    }
  }

  #look(id: RepositoryId): void {
    this.#looking = this.#looking
      .then(() => this.#lookAt(id))
      .catch(error => {
        const words = isError(error) ? error.stack : error;
        process.stderr.write(`${id.owner}/${id.name}: ${words}\n`);
      });
  }

  async #lookEverywhere(): Promise<void> {
    for (const { id } of await this.repositories.list()) {
      this.#look(id);
    }
    this.#pump();
  }

  async #lookAt(id: RepositoryId): Promise<void> {
    const repository = await this.repositories.find(id);
    if (!repository || this.#ending.signal.aborted) {
      return;
    }
    const { workflow } = this.options;
    for (const candidate of await candidatesOf(repository)) {
      const { sha, event } = candidate;
      const known = this.runs(id)
        .read()
        .some(
          run =>
            run.sha === sha &&
            run.event === event &&
            run.state !== 'superseded',
        );
      const wiring = known
        ? undefined
        : await wiringOf(repository, candidate, {
            workflow,
            provisioned: this.#provisioned,
          });
      if (wiring) {
        this.#enqueue(repository, { ...candidate, wiring });
      }
    }
  }

  #enqueue(
    repository: Repository,
    given: Pick<Candidate, 'sha' | 'event' | 'branch' | 'pull'> & {
      wiring: Wiring;
      again?: Run['again'];
    },
  ): Run {
    const { sha, event, branch, pull, wiring, again } = given;
    const run = this.runs(repository.id).add({
      ...{ sha, event, branch, pull, wiring, again },
      state: 'queued',
      createdAt: new Date().toISOString(),
    });
    const entry = { repository, run };
    for (const older of this.#queue.filter(
      queued => keyOf(queued) === keyOf(entry),
    )) {
      this.#supersede(older);
    }
    this.#queue.push(entry);
    const url = this.urlOf(repository, run);
    const said = { check: REQUIRED_CHECK, state: 'pending', url } as const;
    setStatus(repository, sha, { ...said, words: 'Waiting to be built' });
    this.#pump();
    return run;
  }

  #supersede(entry: Entry): void {
    const { repository, run } = entry;
    this.#queue.splice(this.#queue.indexOf(entry), 1);
    const reason = 'A newer commit has come before this one was built';
    this.runs(repository.id).change(run.id, old => {
      Object.assign(old, { state: 'superseded', reason });
    });
    this.#sayError(repository, run, reason);
  }

  #sayError(repository: Repository, run: Run, words: string): void {
    const url = this.urlOf(repository, run);
    const said = { check: REQUIRED_CHECK, state: 'error', url } as const;
    setStatus(repository, run.sha, { ...said, words });
  }

  /** Begins what may begin: of one branch, one after the other. */
  #pump(): void {
    const { signal } = this.#ending;
    while (this.#running.size < limits.runsAtOnce && !signal.aborted) {
      const next = this.#queue.find(entry => !this.#running.has(keyOf(entry)));
      if (!next) {
        return;
      }
      this.#queue.splice(this.#queue.indexOf(next), 1);
      const key = keyOf(next);
      const { repository, run } = next;
      const job = new Job({
        ...this.options,
        ...{ repository, run, signal },
        store: this.runs(repository.id),
        runUrl: this.urlOf(repository, run),
        isolation: this.#isolation,
      });
      const worked = job
        .work()
        .catch(error => {
          if (!signal.aborted) {
            process.stderr.write(`${isError(error) ? error.stack : error}\n`);
          }
        })
        .finally(() => {
          this.#running.delete(key);
          this.#pump();
        });
      this.#running.set(key, worked);
    }
  }

  /** Answers whether other pipelines are provisioned now. */
  async #askAws(): Promise<boolean> {
    const { provisioned } = this.options;
    if (!provisioned) {
      return false;
    }
    try {
      const { aws, product } = provisioned;
      const found = await provisionedPipelines(aws, product);
      const isNew = JSON.stringify(found) !== JSON.stringify(this.#provisioned);
      this.#provisioned = found;
      return isNew;
    } catch {
      // It is asked again soon; until then what it said last holds.
      return false;
    }
  }

  async #lookForPipelines(): Promise<void> {
    if (await this.#askAws()) {
      await this.#lookEverywhere();
    }
  }
}
