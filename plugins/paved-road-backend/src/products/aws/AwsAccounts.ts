import { ServiceCatalogClient } from '@aws-sdk/client-service-catalog';
import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import { ProductAccountConfig } from '../../config';
import { ProductSourceError } from '../ProductSourceError';
import { awsProblem } from './awsProblem';
import { ServiceCatalogClients } from './ServiceCatalogClients';

/** Puts questions to the accounts, and makes one kind of error of all that goes wrong. */
export class AwsAccounts {
  readonly #accounts: Map<string, ProductAccountConfig>;
  readonly #clients: ServiceCatalogClients;
  readonly #logger: LoggerService;

  constructor(options: {
    accounts: ProductAccountConfig[];
    clients: ServiceCatalogClients;
    logger: LoggerService;
  }) {
    this.#accounts = new Map(options.accounts.map(one => [one.id, one]));
    this.#clients = options.clients;
    this.#logger = options.logger;
  }

  /** @throws NotFoundError for an account that is not configured; whatever the client can't be made for. */
  async clientOf(id: string): Promise<ServiceCatalogClient> {
    return this.#clients.get(this.#get(id));
  }

  /**
   * @throws ProductSourceError where the account does not answer; NotFoundError
   * where it has no such thing, or the portal may not see it; InputError as the
   * question throws it.
   */
  async ask<T>(
    id: string,
    question: (client: ServiceCatalogClient) => Promise<T>,
  ): Promise<T> {
    const account = this.#get(id);
    try {
      return await question(await this.#clients.get(account));
    } catch (caught) {
      const error = toError(caught);
      if (error instanceof NotFoundError || error instanceof InputError) {
        throw error;
      }
      if (error.name === 'ResourceNotFoundException') {
        throw new NotFoundError(
          `The account '${account.title}' has no such product or version, or the portal may not see it`,
        );
      }
      this.#logger.warn(
        `Service Catalog of the account ${id} did not answer: ${error.name}: ${error.message}`,
      );
      throw new ProductSourceError(awsProblem(error));
    }
  }

  #get(id: string): ProductAccountConfig {
    const account = this.#accounts.get(id);
    if (!account) {
      throw new NotFoundError(`There is no account '${id}' for products`);
    }
    return account;
  }
}
