import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  CheckSignal,
  CheckState,
  SIGNAL_CHANNEL_CHECKS,
} from '@paved-road/backstage-plugin-paved-road-common';
import { SignalsService } from '@backstage/plugin-signals-node';
import { CheckStore } from '../store/CheckStore';
import { ServiceCatalog } from '../catalog/ServiceCatalog';

/** Tells how far checks have come. */
export interface CheckAnnouncer {
  announce(
    check: { checkId: string; entityRef: string },
    state: CheckState,
  ): Promise<void>;
}

/**
 * Tells those of whom it is certain that they may know of the service: its
 * owner and who asked for the check. A broadcast would tell everybody the names
 * of services that the catalog hides from them; the others ask.
 */
export class SignalCheckAnnouncer implements CheckAnnouncer {
  readonly #signals: SignalsService;
  readonly #auth: AuthService;
  readonly #serviceCatalog: ServiceCatalog;
  readonly #checkStore: CheckStore;
  readonly #logger: LoggerService;

  constructor(options: {
    signals: SignalsService;
    auth: AuthService;
    serviceCatalog: ServiceCatalog;
    checkStore: CheckStore;
    logger: LoggerService;
  }) {
    this.#signals = options.signals;
    this.#auth = options.auth;
    this.#serviceCatalog = options.serviceCatalog;
    this.#checkStore = options.checkStore;
    this.#logger = options.logger;
  }

  /** A signal that can't be sent is no reason for a check to fail. */
  async announce(
    check: { checkId: string; entityRef: string },
    state: CheckState,
  ): Promise<void> {
    try {
      const { checkId, entityRef } = check;
      const recipients = await this.#recipients(checkId, entityRef);
      if (recipients.length > 0) {
        const message: CheckSignal = { checkId, entityRef, state };
        await this.#signals.publish({
          channel: SIGNAL_CHANNEL_CHECKS,
          recipients: { type: 'user', entityRef: recipients },
          message,
        });
      }
    } catch (error) {
      this.#logger.debug(
        `The state of a check can't be told: ${toError(error).message}`,
      );
    }
  }

  async #recipients(checkId: string, entityRef: string): Promise<string[]> {
    const [check, service] = await Promise.all([
      this.#checkStore.findCheck(entityRef, checkId),
      this.#serviceCatalog.findService(
        entityRef,
        await this.#auth.getOwnServiceCredentials(),
      ),
    ]);
    const asked =
      check?.requester?.type === 'user' ? check.requester.name : undefined;
    return [service?.owner, asked].filter(ref => ref !== undefined);
  }
}
