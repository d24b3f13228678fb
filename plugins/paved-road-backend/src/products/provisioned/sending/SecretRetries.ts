import { setTimeout as wait } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ClaimedChange } from '../changes';
import { ChangeAnnouncer } from '../following/ChangeAnnouncer';
import { ProvisionedStore } from '../store/ProvisionedStore';
import { ChangeSender, Secrets } from './ChangeSender';

const PAUSES_MS = [2_000, 5_000, 15_000, 30_000, 60_000];

/**
 * Sends again what carries secrets, as long as this process lives: no other one
 * can, since the secrets are kept nowhere. Then the change is given back, to be
 * looked for in AWS.
 */
export class SecretRetries {
  readonly #sender: ChangeSender;
  readonly #store: ProvisionedStore;
  readonly #announcer: ChangeAnnouncer;
  readonly #logger: LoggerService;
  readonly #pausesMs: number[];
  readonly #stopping = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(options: {
    sender: ChangeSender;
    store: ProvisionedStore;
    announcer: ChangeAnnouncer;
    logger: LoggerService;
    pausesMs?: number[];
  }) {
    this.#sender = options.sender;
    this.#store = options.store;
    this.#announcer = options.announcer;
    this.#logger = options.logger;
    this.#pausesMs = options.pausesMs ?? PAUSES_MS;
  }

  start(claimed: ClaimedChange, secrets: Secrets): void {
    const run = this.#run(claimed, secrets)
      .catch(error =>
        this.#logger.warn(
          `The change ${claimed.change.id} can't be sent again: ${
            toError(error).message
          }`,
        ),
      )
      .finally(() => this.#running.delete(run));
    this.#running.add(run);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#running);
  }

  async #run(claimed: ClaimedChange, secrets: Secrets): Promise<void> {
    const { signal } = this.#stopping;
    for (const pause of this.#pausesMs) {
      await wait(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted || !(await this.#store.extend(claimed.claim))) {
        break;
      }
      if ((await this.#sender.send(claimed, secrets)) === 'refused') {
        // Whoever asked was told that it is on its way.
        await this.#announce(claimed);
        return;
      }
      const now = await this.#store.readClaimed(claimed.claim);
      if (!now || now.change.recordId) {
        break;
      }
    }
    await this.#store.release(claimed.claim, { afterMs: 0 });
  }

  async #announce({ change, provisioned }: ClaimedChange): Promise<void> {
    const ended = await this.#store.findChange(change.id);
    if (ended) {
      await this.#announcer.announce(ended, provisioned);
    }
  }
}
