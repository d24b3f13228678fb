import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { pavedRoadPermissions } from '@paved-road/backstage-plugin-paved-road-common';
import { GuardEngine } from '@paved-road/backstage-plugin-paved-road-node';
import { createComplianceRoom } from './compliance/createComplianceRoom';
import { createDocumentCheckRoom } from './compliance/documentCheck/createDocumentCheckRoom';
import { DefaultComponentCatalog } from './components/ComponentCatalog';
import { readConfig } from './config';
import { openDatabase } from './database/openDatabase';
import { registerExtensionPoints } from './extensionPoints';
import { createGoldenPathsRoom } from './goldenPaths/createGoldenPathsRoom';
import { createOpenApiRouter } from './openApi/createOpenApiRouter';
import { createChannelRoom } from './pipelines/channel/createChannelRoom';
import { createPipelinesRoom } from './pipelines/createPipelinesRoom';
import { DatabaseRefusalStore } from './pipelines/refusals/DatabaseRefusalStore';
import { DefaultRefusalService } from './pipelines/refusals/RefusalService';
import { createProductsRoom } from './products/createProductsRoom';
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
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        cache: coreServices.cache,
        catalog: catalogServiceRef,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init({
        database,
        httpRouter,
        permissionsRegistry,
        rootConfig,
        ...services
      }) {
        const config = readConfig(rootConfig);
        const engine = extensions.engine ?? new GuardEngine(config.engine);
        const integrations = ScmIntegrations.fromConfig(rootConfig);
        const knex = await openDatabase(database);
        const shared = { ...services, config, engine, integrations, knex };
        permissionsRegistry.addPermissions(pavedRoadPermissions);

        const rules = createRulesRoom({
          ...shared,
          packProviders: [
            ...createPackProviders(config.packs, shared),
            ...extensions.packProviders,
          ],
        });
        const { bundleService } = rules;
        const documentCheck = createDocumentCheckRoom({
          ...shared,
          bundleService,
        });
        const compliance = createComplianceRoom({
          ...shared,
          bundleService,
        });
        httpRouter.use(rules.router);
        httpRouter.use(documentCheck.router);
        const products = createProductsRoom({
          ...shared,
          bundleService,
          permissionsRegistry,
          documentCheckService: documentCheck.documentCheckService,
          awsCredentials: DefaultAwsCredentialsManager.fromConfig(rootConfig),
          // As AWS's own clients read it:
          // https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
          awsEndpoint:
            process.env.AWS_ENDPOINT_URL_SERVICE_CATALOG ??
            process.env.AWS_ENDPOINT_URL,
        });
        httpRouter.use(compliance.router);
        httpRouter.use(products.router);
        httpRouter.use(
          createPipelinesRoom({
            ...shared,
            bundleService,
            sourceService: compliance.sourceService,
          }).router,
        );
        const components = new DefaultComponentCatalog(services.catalog);
        const channel = createChannelRoom({
          ...shared,
          components,
          provisionedService: products.provisionedService,
        });
        httpRouter.use(channel.router);
        const goldenPaths = createGoldenPathsRoom({
          ...shared,
          bundleService,
          components,
          channelService: channel.channelService,
          complianceService: compliance.complianceService,
          refusalService: new DefaultRefusalService(
            new DatabaseRefusalStore(knex),
          ),
        });
        httpRouter.use(goldenPaths.router);
        httpRouter.use(createOpenApiRouter());
        await rules.start();
        await compliance.start();
        await products.start();
        await channel.start();
      },
    });
  },
});
