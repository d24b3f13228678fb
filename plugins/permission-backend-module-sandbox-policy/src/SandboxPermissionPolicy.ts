import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import { RESOURCE_TYPE_SCAFFOLDER_TASK } from '@backstage/plugin-scaffolder-common/alpha';
import { RESOURCE_TYPE_PRODUCT } from '@paved-road/backstage-plugin-paved-road-common';
import {
  createProductConditionalDecision,
  productConditions,
} from '@paved-road/backstage-plugin-paved-road-node/permissions';
import { reachOf } from './grant';
import { grants } from './grants';

/** What only its owners, security and audit may see is labelled so. */
const isConfidential = catalogConditions.hasLabel({
  label: 'meridian.example/confidential',
  value: 'true',
});

/** Where everybody may try things out. */
const isInDevelopment = productConditions.isInEnvironment({
  environments: ['development'],
});

/**
 * The example company's policy, by the groups a person is a direct member of.
 * What isn't granted is refused, and so is everybody without a group: guests,
 * and callers that nobody has signed in.
 */
export class SandboxPermissionPolicy implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    const grant = grants.find(g => g.permission.name === permission.name);
    // The permission backend has already looked these up for this request.
    const claims = user?.info.ownershipEntityRefs ?? [];
    const reach = grant && reachOf(grant, claims);

    if (reach === 'all') {
      return { result: AuthorizeResult.ALLOW };
    }
    if (!reach) {
      return { result: AuthorizeResult.DENY };
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_CATALOG_ENTITY)) {
      const isOwn = catalogConditions.isEntityOwner({ claims });
      return createCatalogConditionalDecision(
        permission,
        reach === 'own' ? isOwn : { anyOf: [isOwn, { not: isConfidential }] },
      );
    }
    if (
      reach === 'open' &&
      isResourcePermission(permission, RESOURCE_TYPE_PRODUCT)
    ) {
      return createProductConditionalDecision(permission, isInDevelopment);
    }
    if (isResourcePermission(permission, RESOURCE_TYPE_SCAFFOLDER_TASK)) {
      return createScaffolderTaskConditionalDecision(
        permission,
        scaffolderTaskConditions.isTaskOwner({ createdBy: claims }),
      );
    }
    return { result: AuthorizeResult.DENY };
  }
}
