import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { NavContentBlueprint } from '@backstage/plugin-app-react';
import { PortalSidebar } from './PortalSidebar';

const portalSidebar = NavContentBlueprint.make({
  params: { component: PortalSidebar },
});

/** The portal's navigation: Paved Road and the catalog first, what is left below. */
export const navModule = createFrontendModule({
  pluginId: 'app',
  extensions: [portalSidebar],
});
