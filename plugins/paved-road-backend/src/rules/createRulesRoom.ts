import {
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  PackProvider,
  PolicyEngine,
} from '@paved-road/backstage-plugin-paved-road-node';
import Router from 'express-promise-router';
import { PavedRoadConfig } from '../config';
import { AuthorizedRulesService } from './AuthorizedRulesService';
import { BundleService, DefaultBundleService } from './BundleService';
import { mountRulesRoutes } from './routes';
import { DefaultRulesService } from './RulesService';

/** Puts the rules' services and routes together. */
export function createRulesRoom(deps: {
  config: PavedRoadConfig;
  engine: PolicyEngine;
  packProviders: PackProvider[];
  logger: LoggerService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
}) {
  const { config, engine, logger, scheduler } = deps;
  const bundleService: BundleService = new DefaultBundleService({
    providers: deps.packProviders,
    environments: config.environments,
    engine,
    logger,
  });
  const rulesService = new AuthorizedRulesService({
    permissions: deps.permissions,
    rulesService: new DefaultRulesService({
      bundleService,
      engine,
      defaultEnvironment: config.defaultEnvironment,
    }),
  });
  const router = Router();
  mountRulesRoutes({ router, httpAuth: deps.httpAuth }, rulesService);

  return {
    router,
    bundleService,
    /** Reads the packs now and from time to time, each replica for itself. */
    async start(): Promise<void> {
      await scheduler.scheduleTask({
        id: 'paved-road-refresh-bundle',
        scope: 'local',
        frequency: config.packRefresh,
        timeout: { minutes: 10 },
        fn: async () => {
          await bundleService.refresh();
        },
      });
    },
  };
}
