import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { SandboxPermissionPolicy } from './SandboxPermissionPolicy';

/**
 * The permission policy of the example company.
 *
 * @public
 */
export const permissionModuleSandboxPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'sandbox-policy',
  register(reg) {
    reg.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new SandboxPermissionPolicy());
      },
    });
  },
});
