import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ProductAccount } from '@paved-road/backstage-plugin-paved-road-common';
import { ChangePlanner } from '../../plan/ChangePlanner';
import { ProductProvisioner } from '../ProductProvisioner';
import { ProvisionedStore } from '../store/ProvisionedStore';
import { missingFrom } from './missingFrom';
import { SeenProvisionedProduct } from '../changes';

/** Keeps what is provisioned as AWS has it, whoever has changed it there. */
export class ProvisionedSync {
  readonly #accounts: ProductAccount[];
  readonly #store: ProvisionedStore;
  readonly #provisioner: ProductProvisioner;
  readonly #planner: ChangePlanner;
  readonly #logger: LoggerService;

  constructor(options: {
    accounts: ProductAccount[];
    store: ProvisionedStore;
    provisioner: ProductProvisioner;
    planner: ChangePlanner;
    logger: LoggerService;
  }) {
    this.#accounts = options.accounts;
    this.#store = options.store;
    this.#provisioner = options.provisioner;
    this.#planner = options.planner;
    this.#logger = options.logger;
  }

  /** An account that does not answer keeps what was last seen of it, and holds up no other. */
  async syncAll(signal?: AbortSignal): Promise<void> {
    await Promise.all(
      this.#accounts.map(async ({ id }) => {
        try {
          await this.#sync(id, signal);
          await this.#planner.removeLeftovers(id);
        } catch (error) {
          this.#logger.warn(
            `What is provisioned in the account ${id} can't be read: ${
              toError(error).message
            }`,
          );
        }
      }),
    );
  }

  async #sync(account: string, signal?: AbortSignal): Promise<void> {
    const before = await this.#store.listProvisioned({ ended: false });
    const seen: SeenProvisionedProduct[] = [];
    for await (const page of this.#provisioner.listProvisioned(account)) {
      signal?.throwIfAborted();
      seen.push(
        ...page.filter(
          ({ name, status }) =>
            status !== 'PLAN_IN_PROGRESS' || !this.#planner.isPlan(name),
        ),
      );
    }
    const missing = missingFrom(
      before.filter(kept => kept.account === account),
      seen,
    );
    for (const { id, awsId } of missing) {
      // A search may lag behind; what is asked for by its id is there or not.
      if (!(await this.#provisioner.readProvisioned(account, { awsId }))) {
        await this.#store.recordGone(id);
      }
    }
    await this.#store.recordSeen(account, seen);
  }
}
