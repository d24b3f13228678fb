import { createRouteRef, createSubRouteRef } from '@backstage/core-plugin-api';

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

/** The entity tab "Compliance". @public */
export const entityComplianceRouteRef = createRouteRef({
  id: 'paved-road:entity-compliance',
});
