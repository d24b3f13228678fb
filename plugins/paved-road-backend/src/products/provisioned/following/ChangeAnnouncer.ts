import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  ProvisionedProductSignal,
  SIGNAL_CHANNEL_PROVISIONED_PRODUCTS,
} from '@paved-road/backstage-plugin-paved-road-common';
import { EntityAccess } from '../../entities/EntityAccess';
import { KeptChange, KeptProvisionedProduct } from '../changes';
import { toNotification } from './notification';

/** Tells how far changes have come. */
export interface ChangeAnnouncer {
  announce(
    change: KeptChange,
    provisioned: KeptProvisionedProduct,
  ): Promise<void>;
}

/**
 * Tells those of whom it is certain that they may know: who asked, and the
 * service's owner. At the end the one who asked is notified, or the owner where
 * no person did.
 */
export class DefaultChangeAnnouncer implements ChangeAnnouncer {
  readonly #signals: SignalsService;
  readonly #notifications: NotificationService;
  readonly #auth: AuthService;
  readonly #entities: EntityAccess;
  readonly #logger: LoggerService;

  constructor(options: {
    signals: SignalsService;
    notifications: NotificationService;
    auth: AuthService;
    entities: EntityAccess;
    logger: LoggerService;
  }) {
    this.#signals = options.signals;
    this.#notifications = options.notifications;
    this.#auth = options.auth;
    this.#entities = options.entities;
    this.#logger = options.logger;
  }

  /** What can't be told is no reason for a change to stop. */
  async announce(
    change: KeptChange,
    provisioned: KeptProvisionedProduct,
  ): Promise<void> {
    try {
      const { entityRef } = change.request;
      const owner = (
        await this.#entities.find(
          entityRef,
          await this.#auth.getOwnServiceCredentials(),
        )
      )?.owner;
      const asker =
        change.requester.type === 'user' ? change.requester.name : undefined;
      await this.#signal(
        change,
        [owner, asker].flatMap(ref => ref ?? []),
      );
      const notified = asker ?? owner;
      if (change.finishedAt && notified) {
        await this.#notifications.send({
          recipients: { type: 'entity', entityRef: notified },
          payload: toNotification(change, provisioned),
        });
      }
    } catch (error) {
      this.#logger.warn(
        `How far the change ${change.id} has come can't be told: ${
          toError(error).message
        }`,
      );
    }
  }

  async #signal(change: KeptChange, recipients: string[]): Promise<void> {
    if (recipients.length === 0) {
      return;
    }
    const message: ProvisionedProductSignal = {
      provisionedProductId: change.provisionedId,
      entityRef: change.request.entityRef,
      changeId: change.id,
      state: change.state,
    };
    await this.#signals.publish({
      channel: SIGNAL_CHANNEL_PROVISIONED_PRODUCTS,
      recipients: { type: 'user', entityRef: recipients },
      message,
    });
  }
}
