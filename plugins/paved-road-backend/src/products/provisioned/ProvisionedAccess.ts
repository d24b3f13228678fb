import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  provisionedProductDeletePermission,
  provisionedProductReadPermission,
  provisionedProductUpdatePermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import { EntityAccess } from '../entities/EntityAccess';
import { KeptProvisionedProduct } from './changes';
import { ProvisionedStore } from './store/ProvisionedStore';

type EntityPermission = ResourcePermission<'catalog-entity'>;

/**
 * The only way for services to what is provisioned: shows what the caller may
 * see, by the entity that it belongs to. What belongs to none, or to one that is
 * gone from the catalog, is for those who may see everything.
 */
export class ProvisionedAccess {
  readonly #store: ProvisionedStore;
  readonly #entities: EntityAccess;

  constructor(options: { store: ProvisionedStore; entities: EntityAccess }) {
    this.#store = options.store;
    this.#entities = options.entities;
  }

  async list(
    options: { ended: boolean },
    credentials: BackstageCredentials,
  ): Promise<KeptProvisionedProduct[]> {
    const [all, seesAll] = await Promise.all([
      this.#store.listProvisioned(options),
      this.#entities.hasEverywhere(
        provisionedProductReadPermission,
        credentials,
      ),
    ]);
    const refs = all.flatMap(({ entityRef }) => entityRef ?? []);
    const [readable, known] = await Promise.all([
      this.#entities.filter(
        refs,
        provisionedProductReadPermission,
        credentials,
      ),
      seesAll ? this.#entities.filterKnown(refs) : undefined,
    ]);
    return all.filter(({ entityRef }) =>
      entityRef && (known?.has(entityRef) ?? true)
        ? readable.has(entityRef)
        : seesAll,
    );
  }

  /**
   * @throws NotFoundError where there is none, or none of an entity that the
   * caller may see; NotAllowedError naming the permission.
   */
  async require(
    id: string,
    permission: EntityPermission,
    credentials: BackstageCredentials,
  ): Promise<KeptProvisionedProduct> {
    const provisioned = await this.#store.findProvisioned(id);
    if (!provisioned) {
      throw noSuchProduct();
    }
    await this.#require(provisioned, permission, credentials);
    return provisioned;
  }

  /** What the caller may do with one that they may see. */
  async allowed(
    provisioned: KeptProvisionedProduct,
    credentials: BackstageCredentials,
  ): Promise<{ update: boolean; terminate: boolean }> {
    const may = async (permission: EntityPermission) => {
      try {
        await this.#require(provisioned, permission, credentials);
        return true;
      } catch (error) {
        if (
          error instanceof NotAllowedError ||
          error instanceof NotFoundError
        ) {
          return false;
        }
        throw error;
      }
    };
    if (provisioned.origin === 'outside' || provisioned.endedAt) {
      return { update: false, terminate: false };
    }
    const [update, terminate] = await Promise.all([
      may(provisionedProductUpdatePermission),
      may(provisionedProductDeletePermission),
    ]);
    return { update, terminate };
  }

  async #require(
    { entityRef }: KeptProvisionedProduct,
    permission: EntityPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (entityRef && (await this.#entities.find(entityRef, credentials))) {
      await this.#entities.requirePermission(
        entityRef,
        permission,
        credentials,
      );
      return;
    }
    const isHidden =
      entityRef !== undefined &&
      (await this.#entities.filterKnown([entityRef])).has(entityRef);
    if (
      isHidden ||
      !(await this.#entities.hasEverywhere(permission, credentials))
    ) {
      throw noSuchProduct();
    }
  }
}

function noSuchProduct(): NotFoundError {
  return new NotFoundError('There is no such provisioned product');
}
