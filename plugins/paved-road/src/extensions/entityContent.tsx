import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';
import { entityComplianceRouteRef } from '../routes';
import { COMPLIANCE_TAB } from '../shared/ServiceLink';

/**
 * The entity tab "Compliance", for all that is on the paved road and for the
 * services and websites that are not yet, which learn there how to get on it.
 *
 * @public
 */
export const entityComplianceContent = EntityContentBlueprint.make({
  name: 'compliance',
  params: {
    path: `/${COMPLIANCE_TAB}`,
    title: 'Compliance',
    routeRef: entityComplianceRouteRef,
    filter: {
      $any: [
        {
          [`metadata.annotations.${ANNOTATION_DOCUMENTS}`]: { $exists: true },
        },
        { kind: 'component', 'spec.type': { $in: ['service', 'website'] } },
      ],
    },
    loader: async () => {
      const { EntityComplianceContent } = await import('../compliance');
      return <EntityComplianceContent />;
    },
  },
});
