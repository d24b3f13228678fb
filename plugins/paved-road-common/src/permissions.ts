import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of the catalog's entities, so that a policy can decide
 * about a service with the catalog's own conditions, such as its ownership.
 */
const RESOURCE_TYPE_CATALOG_ENTITY = 'catalog-entity';

/**
 * The resource type of products, so that a policy can decide by what is launched
 * and where.
 *
 * @public
 */
export const RESOURCE_TYPE_PRODUCT = 'paved-road-product';

/**
 * See the rules in force, their reasons and their sources.
 *
 * @public
 */
export const ruleReadPermission = createPermission({
  name: 'paved-road.rule.read',
  attributes: { action: 'read' },
});

/**
 * Check documents that are sent along, without storing anything.
 *
 * @public
 */
export const documentCheckPermission = createPermission({
  name: 'paved-road.document.check',
  attributes: { action: 'read' },
});

/**
 * See a service's status, findings and history, and what pipelines have found of
 * it. The catalog's own visibility comes on top: nobody sees more of an entity
 * here than there.
 *
 * @public
 */
export const complianceReadPermission = createPermission({
  name: 'paved-road.compliance.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Ask for a check of a service now.
 *
 * @public
 */
export const checkCreatePermission = createPermission({
  name: 'paved-road.check.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Post what a pipeline has found of a service. The configuration says besides
 * which pipeline may speak for which services; a user may not, with or without
 * this.
 *
 * @public
 */
export const pipelineResultCreatePermission = createPermission({
  name: 'paved-road.pipeline-result.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * See the products that can be launched, and what they ask for.
 *
 * @public
 */
export const productReadPermission = createPermission({
  name: 'paved-road.product.read',
  attributes: { action: 'read' },
});

/**
 * Launch a product in an account, or update what was launched of it; asked for
 * beside the permission for the entity that it is for.
 *
 * @public
 */
export const productLaunchPermission = createPermission({
  name: 'paved-road.product.launch',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_PRODUCT,
});

/**
 * See what is provisioned for an entity, its outputs and its changes. The
 * catalog's own visibility comes on top.
 *
 * @public
 */
export const provisionedProductReadPermission = createPermission({
  name: 'paved-road.provisioned-product.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Launch products for an entity, and see first what that would make.
 *
 * @public
 */
export const provisionedProductCreatePermission = createPermission({
  name: 'paved-road.provisioned-product.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Update what is provisioned for an entity, and run its service actions.
 *
 * @public
 */
export const provisionedProductUpdatePermission = createPermission({
  name: 'paved-road.provisioned-product.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * End what is provisioned for an entity.
 *
 * @public
 */
export const provisionedProductDeletePermission = createPermission({
  name: 'paved-road.provisioned-product.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const pavedRoadPermissions = [
  ruleReadPermission,
  documentCheckPermission,
  complianceReadPermission,
  checkCreatePermission,
  pipelineResultCreatePermission,
  productReadPermission,
  productLaunchPermission,
  provisionedProductReadPermission,
  provisionedProductCreatePermission,
  provisionedProductUpdatePermission,
  provisionedProductDeletePermission,
];
