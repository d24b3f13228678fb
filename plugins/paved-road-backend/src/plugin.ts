import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { pavedRoadPermissions } from '@paved-road/backstage-plugin-paved-road-common';
import { GuardEngine } from '@paved-road/backstage-plugin-paved-road-node';
import { createDocumentCheckRoom } from './compliance/documentCheck/createDocumentCheckRoom';
import { readConfig } from './config';
import { registerExtensionPoints } from './extensionPoints';
import { createOpenApiRouter } from './openApi/createOpenApiRouter';
import { createRulesRoom } from './rules/createRulesRoom';
import { createPackProviders } from './rules/packs/createPackProviders';

/**
 * The backend of Paved Road.
 *
 * @public
 */
export const pavedRoadPlugin = createBackendPlugin({
  pluginId: 'paved-road',
  register(env) {
    const extensions = registerExtensionPoints(env);
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init({ httpRouter, permissionsRegistry, rootConfig, ...services }) {
        const config = readConfig(rootConfig);
        const engine = extensions.engine ?? new GuardEngine(config.engine);
        const packProviders = [
          ...createPackProviders(config.packs, {
            urlReader: services.urlReader,
            integrations: ScmIntegrations.fromConfig(rootConfig),
          }),
          ...extensions.packProviders,
        ];
        permissionsRegistry.addPermissions(pavedRoadPermissions);

        const shared = { ...services, config, engine };
        const rules = createRulesRoom({ ...shared, packProviders });
        const { bundleService } = rules;
        const documentCheck = createDocumentCheckRoom({
          ...shared,
          bundleService,
        });
        httpRouter.use(rules.router);
        httpRouter.use(documentCheck.router);
        httpRouter.use(createOpenApiRouter());
        await rules.start();
      },
    });
  },
});
