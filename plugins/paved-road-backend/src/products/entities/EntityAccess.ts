import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  authorizeEntities,
  requireEntityPermission,
} from '../../authorizeEntities';

/** Entities per call. */
const PAGE = 200;

/** An entity that products are provisioned for. */
export interface OwnedEntity {
  entityRef: string;
  title?: string;
  /** Entity ref. */
  owner?: string;
}

type EntityPermission = ResourcePermission<'catalog-entity'>;

/** Knows whose entities are, and who may do what for them. */
export class EntityAccess {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    permissions: PermissionsService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
  }

  /** Undefined where there is none, or none that the credentials may see. */
  async find(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<OwnedEntity | undefined> {
    const entity = await this.#catalog.getEntityByRef(entityRef, {
      credentials,
    });
    return (
      entity && {
        entityRef: stringifyEntityRef(entity),
        title: entity.metadata.title,
        owner: entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
          ?.targetRef,
      }
    );
  }

  /**
   * @throws InputError for what is no entity ref; NotFoundError for an entity
   * that the caller may not see; NotAllowedError naming the permission.
   */
  async require(
    entityRef: string,
    permission: EntityPermission,
    credentials: BackstageCredentials,
  ): Promise<OwnedEntity> {
    const ref = normalize(entityRef);
    const entity = await this.find(ref, credentials);
    if (!entity) {
      throw new NotFoundError(`The catalog has no entity '${ref}'`);
    }
    await this.requirePermission(ref, permission, credentials);
    return entity;
  }

  /**
   * For an entity that the caller is known to see.
   *
   * @throws NotAllowedError naming the permission.
   */
  requirePermission(
    entityRef: string,
    permission: EntityPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    return requireEntityPermission(
      this.#permissions,
      permission,
      entityRef,
      credentials,
    );
  }

  /** Those that the caller may see, and has the permission for. */
  async filter(
    entityRefs: string[],
    permission: EntityPermission,
    credentials: BackstageCredentials,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    const visible = await this.#visible(refs, credentials);
    const allowed = await authorizeEntities(
      this.#permissions,
      permission,
      visible,
      credentials,
    );
    return new Set(visible.filter((_, index) => allowed[index]));
  }

  /** Whether the caller has the permission whatever the entity, also for what belongs to none. */
  async hasEverywhere(
    permission: EntityPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** Those that the catalog has, whoever may see them. */
  async filterKnown(entityRefs: string[]): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    return new Set(
      await this.#visible(refs, await this.#auth.getOwnServiceCredentials()),
    );
  }

  async #visible(
    refs: string[],
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const starts = Array.from(
      { length: Math.ceil(refs.length / PAGE) },
      (_, index) => index * PAGE,
    );
    const pages = await Promise.all(
      starts.map(async start => {
        const asked = refs.slice(start, start + PAGE);
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs: asked, fields: ['kind'] },
          { credentials },
        );
        return asked.filter((_, index) => items[index]);
      }),
    );
    return pages.flat();
  }
}

function normalize(entityRef: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(entityRef));
  } catch {
    throw new InputError(
      `'${entityRef.slice(
        0,
        200,
      )}' is no entity ref; write it as component:default/name`,
    );
  }
}
