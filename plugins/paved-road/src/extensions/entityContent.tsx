import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RESOURCES_TAB } from '../products/provisioned/links';
import { entityComplianceRouteRef, entityResourcesRouteRef } from '../routes';
import { COMPLIANCE_TAB } from '../shared/ServiceLink';
import { entityFilter, resourcesFilter } from './entityFilter';

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

/**
 * The entity tab "Resources": what is provisioned for a service or a system.
 *
 * @public
 */
export const entityResourcesContent = EntityContentBlueprint.make({
  name: 'resources',
  params: {
    path: `/${RESOURCES_TAB}`,
    title: 'Resources',
    routeRef: entityResourcesRouteRef,
    filter: resourcesFilter,
    loader: async () => {
      const { EntityResourcesContent } = await import('../products');
      return <EntityResourcesContent />;
    },
  },
});
