import { setTimeout as wait } from 'node:timers/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import { ClaimedChange, KeptChange } from '../changes';
import { ChangeAnnouncer } from '../following/ChangeAnnouncer';
import { ChangeSender, Secrets } from '../sending/ChangeSender';
import { SecretRetries } from '../sending/SecretRetries';
import { NewChange, ProvisionedStore } from '../store/ProvisionedStore';

/** So long a caller waits for AWS; then they are told that it is on its way. */
const PATIENCE_MS = 15_000;

/** Keeps a change, sends it, and sees to it that somebody goes on with it. */
export class ChangeStarter {
  readonly #store: ProvisionedStore;
  readonly #sender: ChangeSender;
  readonly #retries: SecretRetries;
  readonly #announcer: ChangeAnnouncer;
  readonly #logger: LoggerService;
  readonly #patienceMs: number;

  constructor(options: {
    store: ProvisionedStore;
    sender: ChangeSender;
    retries: SecretRetries;
    announcer: ChangeAnnouncer;
    logger: LoggerService;
    patienceMs?: number;
  }) {
    this.#store = options.store;
    this.#sender = options.sender;
    this.#retries = options.retries;
    this.#announcer = options.announcer;
    this.#logger = options.logger;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
  }

  /**
   * @returns the change as far as it has come; the one that was kept before
   * where it is asked for again
   * @throws ConflictError as `ProvisionedStore.begin`, and where the name is
   * taken in AWS; NotFoundError and InputError where AWS refuses it.
   */
  async start(change: NewChange, secrets: Secrets): Promise<KeptChange> {
    const { change: kept, claim } = await this.#store.begin(change);
    const claimed = claim && (await this.#store.readClaimed(claim));
    if (!claimed) {
      return kept;
    }
    const enough = new AbortController();
    await Promise.race([
      this.#send(claimed, secrets).finally(() => enough.abort()),
      wait(this.#patienceMs, undefined, { signal: enough.signal }).catch(
        () => undefined,
      ),
    ]);
    const now = (await this.#store.findChange(kept.id)) ?? kept;
    if (now.state === 'refused') {
      throw toRefusal(now);
    }
    return now;
  }

  /** Whatever goes wrong, the change is kept, and what follows changes finds it. */
  async #send(claimed: ClaimedChange, secrets: Secrets): Promise<void> {
    const { change, claim, provisioned } = claimed;
    try {
      const result = await this.#sender.send(claimed, secrets).catch(error => {
        this.#logger.warn(
          `The change ${change.id} can't be sent now: ${
            toError(error).message
          }`,
        );
        return 'again' as const;
      });
      if (result === 'again' && secrets.size > 0) {
        this.#retries.start(claimed, secrets);
        return;
      }
      await this.#store.release(claim, { afterMs: 1_000 });
      const kept = await this.#store.findChange(change.id);
      await this.#announcer.announce(kept ?? change, provisioned);
    } catch (error) {
      // Its claim lapses, and it is taken over.
      this.#logger.error(
        `The change ${change.id} can't be kept now`,
        toError(error),
      );
    }
  }
}

function toRefusal({ problem }: KeptChange): Error {
  const message = problem?.message ?? 'AWS refused it';
  switch (problem?.code) {
    case 'name-taken':
    case 'InvalidStateException':
      return new ConflictError(message);
    case 'ResourceNotFoundException':
      return new NotFoundError(message);
    default:
      return new InputError(message);
  }
}
