import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/**
 * The plugin's page, `/paved-road` unless the app mounts it elsewhere.
 *
 * @public
 */
export const rootRouteRef = createRouteRef({ id: 'paved-road' });

/** The list of rules. @public */
export const rulesRouteRef = createSubRouteRef({
  id: 'paved-road:rules',
  parent: rootRouteRef,
  path: '/rules',
});

/** One rule: parameters `pack` and `name`. @public */
export const ruleRouteRef = createSubRouteRef({
  id: 'paved-road:rule',
  parent: rootRouteRef,
  path: '/rules/:pack/:name',
});

/** The status of the fleet. @public */
export const servicesRouteRef = createSubRouteRef({
  id: 'paved-road:services',
  parent: rootRouteRef,
  path: '/services',
});

/** What is offered to begin with. @public */
export const goldenPathsRouteRef = createSubRouteRef({
  id: 'paved-road:golden-paths',
  parent: rootRouteRef,
  path: '/golden-paths',
});

/** How far the paved road reaches. @public */
export const adoptionRouteRef = createSubRouteRef({
  id: 'paved-road:adoption',
  parent: rootRouteRef,
  path: '/adoption',
});

/**
 * Where a software template is used: the scaffolder's page, unless the app binds
 * another one. Parameters `namespace` and `templateName`.
 *
 * @public
 */
export const templateRouteRef = createExternalRouteRef({
  id: 'paved-road:template',
  params: ['namespace', 'templateName'],
  optional: true,
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The products that can be launched. @public */
export const productsRouteRef = createSubRouteRef({
  id: 'paved-road:products',
  parent: rootRouteRef,
  path: '/products',
});

/** One product: parameters `account` and `product`. @public */
export const productRouteRef = createSubRouteRef({
  id: 'paved-road:product',
  parent: rootRouteRef,
  path: '/products/:account/:product',
});

/** The launch of a product: parameters `account` and `product`. @public */
export const productLaunchRouteRef = createSubRouteRef({
  id: 'paved-road:product-launch',
  parent: rootRouteRef,
  path: '/products/:account/:product/launch',
});

/** What was launched. @public */
export const provisionedProductsRouteRef = createSubRouteRef({
  id: 'paved-road:provisioned-products',
  parent: rootRouteRef,
  path: '/provisioned',
});

/** One provisioned product: parameter `id`. @public */
export const provisionedProductRouteRef = createSubRouteRef({
  id: 'paved-road:provisioned-product',
  parent: rootRouteRef,
  path: '/provisioned/:id',
});

/** The update of a provisioned product: parameter `id`. @public */
export const provisionedProductUpdateRouteRef = createSubRouteRef({
  id: 'paved-road:provisioned-product-update',
  parent: rootRouteRef,
  path: '/provisioned/:id/update',
});

/** The end of a provisioned product: parameter `id`. @public */
export const provisionedProductEndRouteRef = createSubRouteRef({
  id: 'paved-road:provisioned-product-end',
  parent: rootRouteRef,
  path: '/provisioned/:id/end',
});

/** The entity tab "Resources". @public */
export const entityResourcesRouteRef = createRouteRef({
  id: 'paved-road:entity-resources',
});

/** The entity tab "Compliance". @public */
export const entityComplianceRouteRef = createRouteRef({
  id: 'paved-road:entity-compliance',
});
