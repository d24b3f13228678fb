import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityComplianceRouteRef } from '../routes';
import { COMPLIANCE_TAB } from '../shared/ServiceLink';
import { entityFilter } from './entityFilter';

/**
 * The entity tab "Compliance": what must be fixed on a service, or how it gets
 * on the paved road.
 *
 * @public
 */
export const entityComplianceContent = EntityContentBlueprint.make({
  name: 'compliance',
  params: {
    path: `/${COMPLIANCE_TAB}`,
    title: 'Compliance',
    routeRef: entityComplianceRouteRef,
    filter: entityFilter,
    loader: async () => {
      const { EntityComplianceContent } = await import('../compliance');
      return <EntityComplianceContent />;
    },
  },
});
