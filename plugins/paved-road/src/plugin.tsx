import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { pavedRoadApi } from './extensions/apis';
import {
  entityChannelCard,
  entityComplianceCard,
  entityResourcesCard,
} from './extensions/entityCards';
import {
  entityComplianceContent,
  entityResourcesContent,
} from './extensions/entityContent';
import { productFormField } from './extensions/formFields';
import {
  adoptionPage,
  goldenPathsPage,
  overviewPage,
  pavedRoadPage,
  productsPage,
  provisionedPage,
  rulesPage,
  servicesPage,
} from './extensions/pages';
import { PavedRoadIcon } from './PavedRoadIcon';
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
} from './routes';

/**
 * The plugin for the new frontend system.
 *
 * @public
 */
export const pavedRoadPlugin = createFrontendPlugin({
  pluginId: 'paved-road',
  title: 'Paved Road',
  icon: <PavedRoadIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  extensions: [
    pavedRoadApi,
    pavedRoadPage,
    overviewPage,
    goldenPathsPage,
    rulesPage,
    servicesPage,
    adoptionPage,
    productsPage,
    provisionedPage,
    entityComplianceContent,
    entityComplianceCard,
    entityChannelCard,
    entityResourcesContent,
    entityResourcesCard,
    productFormField,
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
