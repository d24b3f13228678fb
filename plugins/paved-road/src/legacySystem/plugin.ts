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
  adoptionRouteRef,
  entityComplianceRouteRef,
  entityResourcesRouteRef,
  goldenPathsRouteRef,
  productLaunchRouteRef,
  productRouteRef,
  productsRouteRef,
  provisionedProductRouteRef,
  provisionedProductsRouteRef,
  rootRouteRef,
  ruleRouteRef,
  rulesRouteRef,
  servicesRouteRef,
  templateRouteRef,
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
    goldenPaths: goldenPathsRouteRef,
    adoption: adoptionRouteRef,
    products: productsRouteRef,
    product: productRouteRef,
    productLaunch: productLaunchRouteRef,
    provisionedProducts: provisionedProductsRouteRef,
    provisionedProduct: provisionedProductRouteRef,
    entityCompliance: entityComplianceRouteRef,
    entityResources: entityResourcesRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
});

/**
 * Overview, Golden paths, Rules, Services, Adoption, Products and Provisioned, to
 * be mounted at `/paved-road`.
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

/**
 * Whether a service's way to production is the platform's, for an entity's
 * overview.
 *
 * @public
 */
export const EntityChannelCard: () => JSX.Element = pavedRoadPlugin.provide(
  createComponentExtension({
    name: 'EntityChannelCard',
    component: {
      lazy: () => import('../pipelines/channel').then(m => m.EntityChannelCard),
    },
  }),
);

/**
 * The entity tab "Resources", to be mounted at `/resources` of an entity page.
 *
 * @public
 */
export const EntityResourcesContent: () => JSX.Element =
  pavedRoadPlugin.provide(
    createRoutableExtension({
      name: 'EntityResourcesContent',
      component: () =>
        import('../products').then(m => m.EntityResourcesContent),
      mountPoint: entityResourcesRouteRef,
    }),
  );

/**
 * What is provisioned for an entity in short, for its overview.
 *
 * @public
 */
export const EntityResourcesCard: () => JSX.Element = pavedRoadPlugin.provide(
  createComponentExtension({
    name: 'EntityResourcesCard',
    component: {
      lazy: () => import('../products').then(m => m.EntityResourcesCard),
    },
  }),
);
