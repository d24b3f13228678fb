import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { pavedRoadApi } from './extensions/apis';
import { entityComplianceCard } from './extensions/entityCards';
import { entityComplianceContent } from './extensions/entityContent';
import {
  overviewPage,
  pavedRoadPage,
  productsPage,
  rulesPage,
  servicesPage,
} from './extensions/pages';
import { PavedRoadIcon } from './PavedRoadIcon';
import {
  entityComplianceRouteRef,
  productRouteRef,
  productsRouteRef,
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
    entityComplianceContent,
    entityComplianceCard,
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
