import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
} from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createConnectPipelineAction } from './actions/connectPipeline';
import { createPolicyCheckAction } from './actions/policyCheck';
import { createProvisionProductAction } from './actions/provisionProduct';
import { createRecordGoldenPathAction } from './actions/recordGoldenPath';
import { createWritePipelineAction } from './actions/writePipeline';

/**
 * Adds the actions `paved-road:product:provision`, `paved-road:policy:check`,
 * `paved-road:golden-path:record`, `paved-road:pipeline:write` and
 * `paved-road:pipeline:connect` to the scaffolder.
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
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
      },
      async init({ actions, auth, catalog, config, discovery }) {
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          createProvisionProductAction({ auth, discovery }),
          createPolicyCheckAction({ auth, discovery }),
          createRecordGoldenPathAction(),
          createWritePipelineAction({ auth, discovery, integrations }),
          createConnectPipelineAction({
            auth,
            catalog,
            discovery,
            access: {
              integrations,
              credentials:
                DefaultGithubCredentialsProvider.fromIntegrations(integrations),
              needsUserToken:
                config.getOptionalBoolean(
                  'scaffolder.requireScmUserCredentials',
                ) ?? false,
            },
          }),
        );
      },
    });
  },
});
