import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/** The permission backend and the catalog take bodies of 100 KiB. */
const AT_ONCE = 100;

/**
 * Whether the caller has the permission for each of the entities. Conditions
 * are the catalog's own, so the catalog decides them, entity by entity.
 */
export async function authorizeEntities(
  permissions: PermissionsService,
  permission: ResourcePermission<'catalog-entity'>,
  entityRefs: string[],
  credentials: BackstageCredentials,
): Promise<boolean[]> {
  const starts = Array.from(
    { length: Math.ceil(entityRefs.length / AT_ONCE) },
    (_, index) => index * AT_ONCE,
  );
  const decisions = await Promise.all(
    starts.map(start =>
      permissions.authorize(
        entityRefs
          .slice(start, start + AT_ONCE)
          .map(resourceRef => ({ permission, resourceRef })),
        { credentials },
      ),
    ),
  );
  return decisions.flat().map(({ result }) => result === AuthorizeResult.ALLOW);
}

/**
 * Those of a list, as the caller is shown it, for whose entities the caller has
 * the permission. Both are asked for at the same time.
 *
 * @throws NotAllowedError where that is none whatever the entity, naming the permission.
 */
export async function listAuthorized<T extends { entityRef: string }>(
  permissions: PermissionsService,
  permission: ResourcePermission<'catalog-entity'>,
  list: Promise<T[]>,
  credentials: BackstageCredentials,
): Promise<T[]> {
  const [items, [decision]] = await Promise.all([
    list,
    permissions.authorizeConditional([{ permission }], { credentials }),
  ]);
  if (decision.result === AuthorizeResult.ALLOW) {
    return items;
  }
  if (decision.result === AuthorizeResult.DENY) {
    throw new NotAllowedError(
      `You may not do this: it takes the permission '${permission.name}'`,
    );
  }
  const allowed = await authorizeEntities(
    permissions,
    permission,
    items.map(({ entityRef }) => entityRef),
    credentials,
  );
  return items.filter((_, index) => allowed[index]);
}

/**
 * Goes on only where the caller has the permission for the entity.
 *
 * @throws NotAllowedError naming the permission.
 */
export async function requireEntityPermission(
  permissions: PermissionsService,
  permission: ResourcePermission<'catalog-entity'>,
  entityRef: string,
  credentials: BackstageCredentials,
): Promise<void> {
  const [allowed] = await authorizeEntities(
    permissions,
    permission,
    [entityRef],
    credentials,
  );
  if (!allowed) {
    throw new NotAllowedError(
      `You may not do this for '${entityRef}': it takes the permission '${permission.name}'`,
    );
  }
}
