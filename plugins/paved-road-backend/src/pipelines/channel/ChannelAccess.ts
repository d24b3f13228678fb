import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  checkCreatePermission,
  complianceReadPermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  listAuthorized,
  requireEntityPermission,
} from '../../authorizeEntities';
import { Component } from '../../components/component';
import { ComponentCatalog } from '../../components/ComponentCatalog';

/** Knows who may see how services are wired, and who may have it looked at. */
export class ChannelAccess {
  readonly #components: ComponentCatalog;
  readonly #permissions: PermissionsService;

  constructor(options: {
    components: ComponentCatalog;
    permissions: PermissionsService;
  }) {
    this.#components = options.components;
    this.#permissions = options.permissions;
  }

  /** @throws NotFoundError for what the catalog hides; NotAllowedError naming the permission. */
  async requireReader(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Component> {
    const component = await this.#components.findComponent(
      entityRef,
      credentials,
    );
    if (component?.entityRef !== entityRef) {
      throw new NotFoundError(`The catalog has no entity '${entityRef}'`);
    }
    await this.#require(complianceReadPermission, entityRef, credentials);
    return component;
  }

  /** As `requireReader`, since who has it looked at is told what was found. */
  async requireChecker(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Component> {
    const component = await this.requireReader(entityRef, credentials);
    await this.#require(checkCreatePermission, entityRef, credentials);
    return component;
  }

  /**
   * Those whose wiring the caller may see.
   *
   * @throws NotAllowedError where that is none at all, naming the permission.
   */
  async listReadable(credentials: BackstageCredentials): Promise<Component[]> {
    return listAuthorized(
      this.#permissions,
      complianceReadPermission,
      this.#components.listComponents(credentials),
      credentials,
    );
  }

  #require(
    permission: ResourcePermission<'catalog-entity'>,
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    return requireEntityPermission(
      this.#permissions,
      permission,
      entityRef,
      credentials,
    );
  }
}
