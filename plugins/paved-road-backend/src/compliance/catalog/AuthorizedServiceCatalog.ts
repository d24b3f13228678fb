import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import { authorizeEntities, listAuthorized } from '../../authorizeEntities';
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
    return listAuthorized(
      this.#permissions,
      this.#permission,
      this.#catalog.listServices(credentials),
      credentials,
    );
  }

  /** @throws NotAllowedError where the caller may see the service, but not with this permission. */
  async findService(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<CatalogedService | undefined> {
    const [service, [allowed]] = await Promise.all([
      this.#catalog.findService(entityRef, credentials),
      authorizeEntities(
        this.#permissions,
        this.#permission,
        [entityRef],
        credentials,
      ),
    ]);
    if (service && !allowed) {
      throw new NotAllowedError(
        `You may not do this: it takes the permission '${
          this.#permission.name
        }'`,
      );
    }
    return service;
  }
}
