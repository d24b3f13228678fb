import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { CheckAnnouncer } from './CheckAnnouncer';
import { CheckClaim, CheckQueue } from '../store/CheckQueue';
import { CheckEnd } from '../checks';
import { CheckRunner } from './CheckRunner';

/** Reading waits for hosts most of the time; the engine bounds its own processes. */
const AT_ONCE = 4;

/** Checks that other replicas were asked for are found after this time. */
const POLL_MS = 2_000;

const HEARTBEAT_MS = 15_000;

/** A check that ends the process each time is given up. */
const MOST_ATTEMPTS = 3;

/** What others throw may name addresses, or worse. */
const SHOWN_ERRORS = [
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ServiceUnavailableError',
];

/** Runs the checks that wait, several at once, as long as the plugin lives. */
export class CheckWorker {
  readonly #queue: CheckQueue;
  readonly #runner: Pick<CheckRunner, 'run'>;
  readonly #announcer: CheckAnnouncer;
  readonly #logger: LoggerService;
  readonly #pollMs: number;
  readonly #heartbeatMs: number;
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<void>>();
  #timer?: NodeJS.Timeout;
  #claiming?: Promise<void>;
  #wokenMeanwhile = false;

  constructor(options: {
    queue: CheckQueue;
    runner: Pick<CheckRunner, 'run'>;
    announcer: CheckAnnouncer;
    logger: LoggerService;
    pollMs?: number;
    heartbeatMs?: number;
  }) {
    this.#queue = options.queue;
    this.#runner = options.runner;
    this.#announcer = options.announcer;
    this.#logger = options.logger;
    this.#pollMs = options.pollMs ?? POLL_MS;
    this.#heartbeatMs = options.heartbeatMs ?? HEARTBEAT_MS;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), this.#pollMs);
    this.wake();
  }

  /** Looks for work at once. */
  wake(): void {
    if (this.#claiming) {
      this.#wokenMeanwhile = true;
      return;
    }
    this.#claiming = this.#claimAll()
      .catch(error =>
        this.#logger.warn(`Checks can't be claimed: ${toError(error).message}`),
      )
      .finally(() => {
        this.#claiming = undefined;
        if (this.#wokenMeanwhile) {
          this.#wokenMeanwhile = false;
          this.wake();
        }
      });
  }

  /** Gives back what is not done, so that other replicas take it over at once. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort(new Error('The portal is shutting down'));
    await this.#claiming;
    await Promise.all(this.#running);
  }

  async #claimAll(): Promise<void> {
    while (!this.#stopping.signal.aborted && this.#running.size < AT_ONCE) {
      const claim = await this.#queue.claim();
      if (!claim) {
        return;
      }
      const run = this.#run(claim)
        .catch(error =>
          // The claim lapses, and the check is taken over.
          this.#logger.warn(
            `The check ${claim.checkId} can't be ended: ${
              toError(error).message
            }`,
          ),
        )
        .finally(() => {
          this.#running.delete(run);
          this.wake();
        });
      this.#running.add(run);
    }
  }

  async #run(claim: CheckClaim): Promise<void> {
    if (claim.attempt > MOST_ATTEMPTS) {
      await this.#end(claim, {
        state: 'failed',
        error: `The check was begun ${MOST_ATTEMPTS} times and never came to an end`,
      });
      return;
    }
    const lost = new AbortController();
    const signal = AbortSignal.any([this.#stopping.signal, lost.signal]);
    const heartbeat = setInterval(async () => {
      const held = await this.#queue.extend(claim).catch(() => true);
      if (!held) {
        lost.abort(new Error('The check was taken over'));
      }
    }, this.#heartbeatMs);
    try {
      await this.#announcer.announce(claim, 'running');
      const end = await this.#outcomeOf(claim, signal);
      if (!signal.aborted) {
        await this.#end(claim, end);
      } else if (!lost.signal.aborted) {
        await this.#queue.release(claim);
      }
    } finally {
      clearInterval(heartbeat);
    }
  }

  async #outcomeOf(claim: CheckClaim, signal: AbortSignal): Promise<CheckEnd> {
    try {
      return await this.#runner.run(claim.entityRef, signal);
    } catch (error) {
      const { name, message } = toError(error);
      if (SHOWN_ERRORS.includes(name)) {
        return { state: 'failed', error: message };
      }
      if (!signal.aborted) {
        this.#logger.error(
          `A check of ${claim.entityRef} failed`,
          toError(error),
        );
      }
      return {
        state: 'failed',
        error: 'Something went wrong in the portal; its log says what',
      };
    }
  }

  async #end(claim: CheckClaim, end: CheckEnd): Promise<void> {
    const written = await this.#queue.end(claim, end);
    if (!written) {
      this.#logger.info(
        `The check ${claim.checkId} was taken over meanwhile; its result here is dropped`,
      );
      return;
    }
    if (end.state === 'failed') {
      this.#logger.warn(`A check of ${claim.entityRef} failed: ${end.error}`);
    }
    await this.#announcer.announce(claim, end.state);
  }
}
