import {
  AuthService,
  DiscoveryService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { PavedRoadClient } from '@paved-road/backstage-plugin-paved-road-common';
import { createServiceFetch } from './createServiceFetch';
import { isOffered, OfferedProduct } from './offeredProduct';
import {
  OwnedService,
  OWNED_SERVICE_FIELDS,
  toOwnedService,
} from './ownedService';
import { readProvisionedProducts } from './readProvisionedProducts';
import { toResourceEntity } from './toResourceEntity';

/** The catalog keeps by it what came from here, so it must stay as it is. */
const NAME = 'paved-road';

/** Offers the provisioned products of services to the catalog, all at once. */
export class PavedRoadEntityProvider implements EntityProvider {
  readonly #appUrl: string;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #discovery: DiscoveryService;
  readonly #logger: LoggerService;
  readonly #taskRunner: SchedulerServiceTaskRunner;
  #toldLeftOut = '';

  constructor(options: {
    appUrl: string;
    auth: AuthService;
    catalog: CatalogService;
    discovery: DiscoveryService;
    logger: LoggerService;
    taskRunner: SchedulerServiceTaskRunner;
  }) {
    this.#appUrl = options.appUrl;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#discovery = options.discovery;
    this.#logger = options.logger;
    this.#taskRunner = options.taskRunner;
  }

  getProviderName(): string {
    return NAME;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await this.#taskRunner.run({
      id: `${NAME}:refresh`,
      fn: async signal => {
        try {
          await this.#refresh(connection, signal);
        } catch (error) {
          // The scheduler logs it, shows it as the task's and tries again.
          throw new ForwardedError(
            'The catalog keeps the provisioned products that it had, since they could not be read anew',
            error,
          );
        }
      },
    });
  }

  async #refresh(
    connection: EntityProviderConnection,
    signal: AbortSignal,
  ): Promise<void> {
    const client = new PavedRoadClient({
      discoveryApi: this.#discovery,
      fetchApi: createServiceFetch(this.#auth, signal),
    });
    const products = (await readProvisionedProducts(client)).filter(isOffered);
    const services = await this.#readServices(products);

    const leftOut: OfferedProduct[] = [];
    const entities = products.flatMap(product => {
      const service = services.get(product.entityRef);
      if (!service) {
        leftOut.push(product);
        return [];
      }
      return toResourceEntity(product, service, this.#appUrl);
    });
    // By then another replica may have begun, which knows more.
    signal.throwIfAborted();
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey: NAME })),
    });
    this.#tellLeftOut(leftOut);
  }

  /** By entity ref, those that the catalog has and that have an owner. */
  async #readServices(
    products: OfferedProduct[],
  ): Promise<Map<string, OwnedService>> {
    const entityRefs = [...new Set(products.map(p => p.entityRef))];
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: OWNED_SERVICE_FIELDS },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const services = new Map<string, OwnedService>();
    entityRefs.forEach((entityRef, index) => {
      const entity = items[index];
      const service = entity && toOwnedService(entity);
      if (service) {
        services.set(entityRef, service);
      }
    });
    return services;
  }

  /** Once, and not by each run. */
  #tellLeftOut(products: OfferedProduct[]): void {
    const list = products
      .map(({ entityRef, id, name }) => `${name} (${id}) of ${entityRef}`)
      .join(', ');
    if (list && list !== this.#toldLeftOut) {
      this.#logger.info(
        `Left out of the catalog, since the service isn't in it or has no owner: ${list}`,
      );
    }
    this.#toldLeftOut = list;
  }
}
