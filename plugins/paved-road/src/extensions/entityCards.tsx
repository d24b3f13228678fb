import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { channelFilter, entityFilter, resourcesFilter } from './entityFilter';

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
 * Whether a service's way to production is the platform's, on its overview page.
 *
 * @public
 */
export const entityChannelCard = EntityCardBlueprint.make({
  name: 'channel',
  params: {
    filter: channelFilter,
    loader: async () => {
      const { EntityChannelCard } = await import('../pipelines/channel');
      return <EntityChannelCard />;
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
