import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { pavedRoadApi } from './extensions/apis';
import {
  entityComplianceCard,
  entityResourcesCard,
} from './extensions/entityCards';
import {
  entityComplianceContent,
  entityResourcesContent,
} from './extensions/entityContent';
import { productFormField } from './extensions/formFields';
import {
  overviewPage,
  pavedRoadPage,
  productsPage,
  provisionedPage,
  rulesPage,
  servicesPage,
} from './extensions/pages';
import { PavedRoadIcon } from './PavedRoadIcon';
import {
  entityComplianceRouteRef,
  entityResourcesRouteRef,
  productLaunchRouteRef,
  productRouteRef,
  productsRouteRef,
  provisionedProductRouteRef,
  provisionedProductsRouteRef,
  rootRouteRef,
  ruleRouteRef,
  rulesRouteRef,
  servicesRouteRef,
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
    rulesPage,
    servicesPage,
    productsPage,
    provisionedPage,
    entityComplianceContent,
    entityComplianceCard,
    entityResourcesContent,
    entityResourcesCard,
    productFormField,
  ],
  routes: {
    root: rootRouteRef,
    rules: rulesRouteRef,
    rule: ruleRouteRef,
    services: servicesRouteRef,
    products: productsRouteRef,
    product: productRouteRef,
    productLaunch: productLaunchRouteRef,
    provisionedProducts: provisionedProductsRouteRef,
    provisionedProduct: provisionedProductRouteRef,
    entityCompliance: entityComplianceRouteRef,
    entityResources: entityResourcesRouteRef,
  },
});
