import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityFilter, resourcesFilter } from './entityFilter';

/**
 * A service's compliance in short, on its overview page.
 *
 * @public
 */
export const entityComplianceCard = EntityCardBlueprint.make({
  name: 'compliance',
  params: {
    filter: entityFilter,
    loader: async () => {
      const { EntityComplianceCard } = await import('../compliance');
      return <EntityComplianceCard />;
    },
  },
});

/**
 * What is provisioned for a service or a system in short, on its overview page.
 *
 * @public
 */
export const entityResourcesCard = EntityCardBlueprint.make({
  name: 'resources',
  params: {
    filter: resourcesFilter,
    loader: async () => {
      const { EntityResourcesCard } = await import('../products');
      return <EntityResourcesCard />;
    },
  },
});
