import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createPolicyCheckAction } from './actions/policyCheck';
import { createProvisionProductAction } from './actions/provisionProduct';
import { createRecordGoldenPathAction } from './actions/recordGoldenPath';

/**
 * Adds the actions `paved-road:product:provision`, `paved-road:policy:check` and
 * `paved-road:golden-path:record` to the scaffolder.
 *
 * @public
 */
export const scaffolderModulePavedRoad = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'paved-road',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, discovery }) {
        actions.addActions(
          createProvisionProductAction({ auth, discovery }),
          createPolicyCheckAction({ auth, discovery }),
          createRecordGoldenPathAction(),
        );
      },
    });
  },
});
