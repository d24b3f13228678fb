import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityFilter } from './entityFilter';

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
