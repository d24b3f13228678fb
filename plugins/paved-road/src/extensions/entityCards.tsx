import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';

/**
 * A service's compliance in short, on its overview page, for all that is on the
 * paved road.
 *
 * @public
 */
export const entityComplianceCard = EntityCardBlueprint.make({
  name: 'compliance',
  params: {
    filter: {
      [`metadata.annotations.${ANNOTATION_DOCUMENTS}`]: { $exists: true },
    },
    loader: async () => {
      const { EntityComplianceCard } = await import('../compliance');
      return <EntityComplianceCard />;
    },
  },
});
