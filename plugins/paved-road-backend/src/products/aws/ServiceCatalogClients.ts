import { ServiceCatalogClient } from '@aws-sdk/client-service-catalog';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { ProductAccountConfig } from '../../config';

/** AWS's own client waits without an end unless told otherwise. */
const TIMEOUTS = {
  connectionTimeout: 5_000,
  requestTimeout: 10_000,
  throwOnRequestTimeout: true,
};

const ATTEMPTS = 5;

/** One client for each account, with the credentials that the configuration gives. */
export class ServiceCatalogClients {
  readonly #credentials: AwsCredentialsManager;
  readonly #clients = new Map<string, Promise<ServiceCatalogClient>>();

  constructor(credentials: AwsCredentialsManager) {
    this.#credentials = credentials;
  }

  get(account: ProductAccountConfig): Promise<ServiceCatalogClient> {
    const known = this.#clients.get(account.id);
    if (known) {
      return known;
    }
    const client = this.#create(account);
    this.#clients.set(account.id, client);
    // What could not be made is tried anew the next time.
    client.catch(() => this.#clients.delete(account.id));
    return client;
  }

  async #create({
    accountId,
    region,
  }: ProductAccountConfig): Promise<ServiceCatalogClient> {
    const { sdkCredentialProvider } =
      await this.#credentials.getCredentialProvider({ accountId });
    return new ServiceCatalogClient({
      region,
      credentials: sdkCredentialProvider,
      maxAttempts: ATTEMPTS,
      requestHandler: TIMEOUTS,
    });
  }
}
