import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { CatalogedService } from './cataloged';
import { ServiceCatalog } from './ServiceCatalog';

/** The permission backend and the catalog take bodies of 100 KiB. */
const AT_ONCE = 100;

/**
 * Shows only the services for which the caller has a permission. Conditions are
 * the catalog's own, so the catalog decides them, entity by entity.
 */
export class AuthorizedServiceCatalog implements ServiceCatalog {
  readonly #catalog: ServiceCatalog;
  readonly #permissions: PermissionsService;
  readonly #permission: ResourcePermission<'catalog-entity'>;

  constructor(options: {
    serviceCatalog: ServiceCatalog;
    permissions: PermissionsService;
    permission: ResourcePermission<'catalog-entity'>;
  }) {
    this.#catalog = options.serviceCatalog;
    this.#permissions = options.permissions;
    this.#permission = options.permission;
  }

  /** @throws NotAllowedError where the caller has the permission for no service at all. */
  async listServices(
    credentials: BackstageCredentials,
  ): Promise<CatalogedService[]> {
    const [services, [decision]] = await Promise.all([
      this.#catalog.listServices(credentials),
      this.#permissions.authorizeConditional(
        [{ permission: this.#permission }],
        { credentials },
      ),
    ]);
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return services;
      case AuthorizeResult.CONDITIONAL:
        return this.#filter(services, credentials);
      default:
        throw this.#refuse();
    }
  }

  /** @throws NotAllowedError where the caller may see the service, but not with this permission. */
  async findService(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<CatalogedService | undefined> {
    const [service, [allowed]] = await Promise.all([
      this.#catalog.findService(entityRef, credentials),
      this.#authorize([entityRef], credentials),
    ]);
    if (service && !allowed) {
      throw this.#refuse();
    }
    return service;
  }

  async #filter(
    services: CatalogedService[],
    credentials: BackstageCredentials,
  ): Promise<CatalogedService[]> {
    const starts = Array.from(
      { length: Math.ceil(services.length / AT_ONCE) },
      (_, index) => index * AT_ONCE,
    );
    const decisions = await Promise.all(
      starts.map(start =>
        this.#authorize(
          services
            .slice(start, start + AT_ONCE)
            .map(({ entityRef }) => entityRef),
          credentials,
        ),
      ),
    );
    const allowed = decisions.flat();
    return services.filter((_, index) => allowed[index]);
  }

  async #authorize(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(
      entityRefs.map(resourceRef => ({
        permission: this.#permission,
        resourceRef,
      })),
      { credentials },
    );
    return decisions.map(({ result }) => result === AuthorizeResult.ALLOW);
  }

  #refuse(): NotAllowedError {
    return new NotAllowedError(
      `You may not do this: it takes the permission '${this.#permission.name}'`,
    );
  }
}
