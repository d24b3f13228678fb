import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createPavedRoadApi, pavedRoadApiRef } from '../api';
import {
  entityComplianceRouteRef,
  productRouteRef,
  productsRouteRef,
  rootRouteRef,
  ruleRouteRef,
  rulesRouteRef,
  servicesRouteRef,
} from '../routes';

/**
 * The plugin for the legacy frontend system.
 *
 * @public
 */
export const pavedRoadPlugin = createPlugin({
  id: 'paved-road',
  apis: [
    createApiFactory({
      api: pavedRoadApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createPavedRoadApi,
    }),
  ],
  routes: {
    root: rootRouteRef,
    rules: rulesRouteRef,
    rule: ruleRouteRef,
    services: servicesRouteRef,
    products: productsRouteRef,
    product: productRouteRef,
    entityCompliance: entityComplianceRouteRef,
  },
});

/**
 * Overview, Rules, Services and Products, to be mounted at `/paved-road`.
 *
 * @public
 */
export const PavedRoadPage: () => JSX.Element = pavedRoadPlugin.provide(
  createRoutableExtension({
    name: 'PavedRoadPage',
    component: () => import('./PavedRoadPage').then(m => m.PavedRoadPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The entity tab "Compliance", to be mounted at `/compliance` of an entity page.
 *
 * @public
 */
export const EntityComplianceContent: () => JSX.Element =
  pavedRoadPlugin.provide(
    createRoutableExtension({
      name: 'EntityComplianceContent',
      component: () =>
        import('../compliance').then(m => m.EntityComplianceContent),
      mountPoint: entityComplianceRouteRef,
    }),
  );

/**
 * A service's compliance in short, for an entity's overview.
 *
 * @public
 */
export const EntityComplianceCard: () => JSX.Element = pavedRoadPlugin.provide(
  createComponentExtension({
    name: 'EntityComplianceCard',
    component: {
      lazy: () => import('../compliance').then(m => m.EntityComplianceCard),
    },
  }),
);
