import {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { PolicyDecision } from '@backstage/plugin-permission-common';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import {
  ProductAccount,
  productLaunchPermission,
  ProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  productPermissionResourceRef,
  ProductResource,
} from '@paved-road/backstage-plugin-paved-road-node/permissions';
import { toProductResource } from './toProductResource';

/** Knows who may launch what, and where. */
export class ProductAccess {
  readonly #permissions: PermissionsService;
  readonly #allows: (
    decision: PolicyDecision,
    resource: ProductResource,
  ) => boolean;

  constructor(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }) {
    this.#permissions = options.permissions;
    this.#allows = createConditionAuthorizer(
      options.permissionsRegistry.getPermissionRuleset(
        productPermissionResourceRef,
      ),
    );
  }

  /**
   * Conditions are applied to the product as it was read for the change, so that
   * what is decided about is what is launched.
   *
   * @throws NotAllowedError naming the product and the permission.
   */
  async requireLaunch(
    account: ProductAccount,
    product: ProductSummary,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: productLaunchPermission }],
      { credentials },
    );
    if (!this.#allows(decision, toProductResource(account, product))) {
      throw new NotAllowedError(
        `You may not launch '${product.name}' in '${account.title}', nor update what was launched of it: it takes the permission '${productLaunchPermission.name}'`,
      );
    }
  }
}
