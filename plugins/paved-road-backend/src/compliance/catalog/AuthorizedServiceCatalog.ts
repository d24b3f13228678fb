import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { authorizeEntities } from '../../authorizeEntities';
import { CatalogedService } from './cataloged';
import { ServiceCatalog } from './ServiceCatalog';

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
    const allowed = await this.#authorize(
      services.map(({ entityRef }) => entityRef),
      credentials,
    );
    return services.filter((_, index) => allowed[index]);
  }

  #authorize(
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<boolean[]> {
    return authorizeEntities(
      this.#permissions,
      this.#permission,
      entityRefs,
      credentials,
    );
  }

  #refuse(): NotAllowedError {
    return new NotAllowedError(
      `You may not do this: it takes the permission '${this.#permission.name}'`,
    );
  }
}
