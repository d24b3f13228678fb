import {
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { PavedRoadIcon } from '../PavedRoadIcon';
import { rootRouteRef } from '../routes';
import { TabPage } from './TabPage';

/** The page that the others are tabs of. @public */
export const pavedRoadPage = PageBlueprint.make({
  params: {
    path: '/paved-road',
    routeRef: rootRouteRef,
    title: 'Paved Road',
    icon: <PavedRoadIcon fontSize="inherit" />,
  },
});

/** @public */
export const overviewPage = SubPageBlueprint.make({
  name: 'overview',
  params: {
    path: 'overview',
    title: 'Overview',
    loader: async () => {
      const { OverviewPage } = await import('../overview');
      return (
        <TabPage>
          <OverviewPage />
        </TabPage>
      );
    },
  },
});

/** @public */
export const goldenPathsPage = SubPageBlueprint.make({
  name: 'golden-paths',
  params: {
    path: 'golden-paths',
    title: 'Golden paths',
    loader: async () => {
      const { GoldenPathsPage } = await import('../goldenPaths');
      return (
        <TabPage>
          <GoldenPathsPage />
        </TabPage>
      );
    },
  },
});

/** @public */
export const rulesPage = SubPageBlueprint.make({
  name: 'rules',
  params: {
    path: 'rules',
    title: 'Rules',
    loader: async () => {
      const { RulesRouter } = await import('../rules');
      return (
        <TabPage>
          <RulesRouter />
        </TabPage>
      );
    },
  },
});

/** @public */
export const servicesPage = SubPageBlueprint.make({
  name: 'services',
  params: {
    path: 'services',
    title: 'Services',
    loader: async () => {
      const { ServicesPage } = await import('../compliance');
      return (
        <TabPage>
          <ServicesPage />
        </TabPage>
      );
    },
  },
});

/** @public */
export const adoptionPage = SubPageBlueprint.make({
  name: 'adoption',
  params: {
    path: 'adoption',
    title: 'Adoption',
    loader: async () => {
      const { AdoptionPage } = await import('../goldenPaths');
      return (
        <TabPage>
          <AdoptionPage />
        </TabPage>
      );
    },
  },
});

/** @public */
export const productsPage = SubPageBlueprint.make({
  name: 'products',
  params: {
    path: 'products',
    title: 'Products',
    loader: async () => {
      const { ProductsRouter } = await import('../products');
      return (
        <TabPage>
          <ProductsRouter />
        </TabPage>
      );
    },
  },
});

/** @public */
export const provisionedPage = SubPageBlueprint.make({
  name: 'provisioned',
  params: {
    path: 'provisioned',
    title: 'Provisioned',
    loader: async () => {
      const { ProvisionedRouter } = await import('../products');
      return (
        <TabPage>
          <ProvisionedRouter />
        </TabPage>
      );
    },
  },
});
