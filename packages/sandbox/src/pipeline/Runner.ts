import { isError } from '@backstage/errors';
import { REQUIRED_CHECK } from '@paved-road/backstage-plugin-paved-road-common';
import { RepositoryId } from '../forge/git/names';
import { Repository } from '../forge/git/Repository';
import { RepositoryStore } from '../forge/git/RepositoryStore';
import { isolation } from './build/isolation';
import { Job } from './Job';
import { isOver, Run } from './model';
import { PipelineOptions } from './options';
import { Entry, RunQueue } from './RunQueue';
import { RunStore } from './RunStore';
import { setStatus } from './statuses';
import { endRun } from './Steps';
import { candidatesOf } from './wiring/candidatesOf';
import {
  ProvisionedPipeline,
  provisionedPipelines,
} from './wiring/provisionedPipelines';
import { wiringOf } from './wiring/wiringOf';

const LOOK_MS = 10_000;

const INTERRUPTED = 'It was interrupted: the sandbox was stopped';
const SUPERSEDED = 'A newer commit has come before this one was built';

type NewRun = Pick<
  Run,
  'sha' | 'event' | 'branch' | 'pull' | 'wiring' | 'again'
>;

/** Looks after all repositories: what is wired and has no run yet gets one. */
export class Runner {
  readonly #stores = new Map<string, RunStore>();
  readonly #ending = new AbortController();
  readonly #queue: RunQueue;
  #looking: Promise<void> = Promise.resolve();
  #provisioned: ProvisionedPipeline[] = [];
  #isolation: string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #forget: (() => void) | undefined;

  constructor(
    private readonly options: PipelineOptions,
    private readonly repositories: RepositoryStore,
    private readonly url: string,
  ) {
    const { signal } = this.#ending;
    this.#queue = new RunQueue(entry => this.#work(entry), signal);
  }

  /** Takes up what was left, and begins to look. */
  async start(): Promise<void> {
    this.#isolation = await isolation();
    const all = await this.repositories.list();
    all.forEach(repository => this.#recover(repository));
    this.#forget = this.repositories.changes.listen(id => this.#look(id));
    await this.#askAws();
    all.forEach(({ id }) => this.#look(id));
    this.#queue.pump();
    const { provisioned } = this.options;
    if (provisioned) {
      const { lookMs = LOOK_MS } = provisioned;
      this.#timer = setInterval(() => this.#lookForPipelines(), lookMs);
      this.#timer.unref();
    }
  }

  /** Ends all that runs; it is taken up again at the next start. */
  async stop(): Promise<void> {
    this.#forget?.();
    clearInterval(this.#timer);
    this.#ending.abort(new Error('The sandbox is being stopped'));
    await Promise.all([this.#queue.settled(), this.#looking]);
  }

  runs({ owner, name }: RepositoryId): RunStore {
    const key = `${owner}/${name}`;
    const store =
      this.#stores.get(key) ??
      new RunStore(this.options.dataDirectory, { owner, name });
    this.#stores.set(key, store);
    return store;
  }

  /** Runs a commit once more; where it has not ended yet, that run is answered. */
  again(repository: Repository, run: Run): Run {
    const current = this.runs(repository.id)
      .read()
      .find(
        one => one.sha === run.sha && one.event === run.event && !isOver(one),
      );
    const again = { id: run.id, because: 'asked' as const };
    return current ?? this.#enqueue(repository, { ...run, again });
  }

  #recover(repository: Repository): void {
    const store = this.runs(repository.id);
    for (const run of store.read().filter(one => !isOver(one))) {
      if (run.state === 'queued') {
        this.#queue.add({ repository, run });
        continue;
      }
      store.change(run.id, left =>
        endRun(left, { state: 'error', reason: INTERRUPTED }),
      );
      this.#say(repository, run, 'error', INTERRUPTED);
      // Once: what ends the sandbox each time is not tried for ever.
      if (run.again?.because !== 'interrupted') {
        const again = { id: run.id, because: 'interrupted' as const };
        this.#enqueue(repository, { ...run, again });
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

  async #lookAt(id: RepositoryId): Promise<void> {
    const repository = await this.repositories.find(id);
    if (!repository || this.#ending.signal.aborted) {
      return;
    }
    const { workflow } = this.options;
    const wired = { workflow, provisioned: this.#provisioned };
    for (const candidate of await candidatesOf(repository)) {
      const isKnown = this.runs(id)
        .read()
        .some(
          ({ sha, event, state }) =>
            sha === candidate.sha &&
            event === candidate.event &&
            state !== 'superseded',
        );
      const wiring = isKnown
        ? undefined
        : await wiringOf(repository, candidate, wired);
      if (wiring) {
        this.#enqueue(repository, { ...candidate, wiring });
      }
    }
  }

  #enqueue(repository: Repository, given: NewRun): Run {
    const { sha, event, branch, pull, wiring, again } = given;
    const store = this.runs(repository.id);
    const run = store.add({
      ...{ sha, event, branch, pull, wiring, again },
      state: 'queued',
      createdAt: new Date().toISOString(),
    });
    for (const older of this.#queue.add({ repository, run })) {
      store.change(older.run.id, old =>
        endRun(old, { state: 'superseded', reason: SUPERSEDED }),
      );
      if (older.run.sha !== sha) {
        this.#say(repository, older.run, 'error', SUPERSEDED);
      }
    }
    this.#say(repository, run, 'pending', 'Waiting to be built');
    this.#queue.pump();
    return run;
  }

  #work({ repository, run }: Entry): Promise<void> {
    return new Job({
      ...this.options,
      ...{ repository, run },
      store: this.runs(repository.id),
      runUrl: this.#urlOf(repository, run),
      isolation: this.#isolation,
      signal: this.#ending.signal,
    }).work();
  }

  #urlOf({ id }: Repository, run: Run): string {
    return `${this.url}/${id.owner}/${id.name}/runs/${run.id}`;
  }

  #say(
    repository: Repository,
    run: Run,
    state: 'pending' | 'error',
    words: string,
  ): void {
    const url = this.#urlOf(repository, run);
    const said = { check: REQUIRED_CHECK, state, words, url } as const;
    setStatus(repository, run.sha, said);
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
      const all = await this.repositories.list();
      all.forEach(({ id }) => this.#look(id));
    }
  }
}
