import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  checkCreatePermission,
  complianceReadPermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PolicyEngine } from '@paved-road/backstage-plugin-paved-road-node';
import Router from 'express-promise-router';
import { Knex } from 'knex';
import { PavedRoadConfig } from '../config';
import { BundleService } from '../rules/BundleService';
import { AuthorizedServiceCatalog } from './catalog/AuthorizedServiceCatalog';
import { SignalCheckAnnouncer } from './checking/CheckAnnouncer';
import { CheckRunner } from './checking/CheckRunner';
import { CheckSchedule } from './checking/CheckSchedule';
import { CheckWorker } from './checking/CheckWorker';
import { UnchangedServices } from './checking/UnchangedServices';
import { DatabaseCheckQueue } from './store/DatabaseCheckQueue';
import { DatabaseCheckStore } from './store/DatabaseCheckStore';
import { DatabaseDocumentLeases } from './store/DatabaseDocumentLeases';
import { DatabaseVerdictMemory } from './store/DatabaseVerdictMemory';
import { DefaultComplianceService } from './DefaultComplianceService';
import { UrlDocumentSource } from './documents/DocumentSource';
import { mountComplianceRoutes } from './routes';
import { DefaultSourceService } from './SourceService';
import { DefaultServiceCatalog } from './catalog/ServiceCatalog';

/** Puts the services, the workers and the routes of the checks together. */
export function createComplianceRoom(deps: {
  config: PavedRoadConfig;
  engine: PolicyEngine;
  bundleService: BundleService;
  integrations: ScmIntegrationRegistry;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  knex: Knex;
  httpAuth: HttpAuthService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
  signals: SignalsService;
  urlReader: UrlReaderService;
}) {
  const { auth, bundleService, config, knex, logger, permissions } = deps;
  const checkStore = new DatabaseCheckStore(knex);
  const checkQueue = new DatabaseCheckQueue(knex);
  const memory = new DatabaseVerdictMemory(knex);
  const serviceCatalog = new DefaultServiceCatalog(deps.catalog);
  const documentSource = new UrlDocumentSource({
    urlReader: deps.urlReader,
    integrations: deps.integrations,
    limits: config.limits,
  });

  const worker = new CheckWorker({
    queue: checkQueue,
    runner: new CheckRunner({
      auth,
      serviceCatalog,
      documentSource,
      bundleService,
      engine: deps.engine,
      memory,
      leases: new DatabaseDocumentLeases(knex),
      checkStore,
      config,
    }),
    announcer: new SignalCheckAnnouncer({
      signals: deps.signals,
      auth,
      serviceCatalog,
      checkStore,
      logger,
    }),
    logger,
  });
  const schedule = new CheckSchedule({
    auth,
    serviceCatalog,
    bundleService,
    checkStore,
    checkQueue,
    unchangedServices: new UnchangedServices({
      bundleService,
      engine: deps.engine,
      documentSource,
      checkStore,
      checkQueue,
      environment: config.defaultEnvironment,
      logger,
    }),
    environment: config.defaultEnvironment,
    onQueued: () => worker.wake(),
  });

  const readableServices = new AuthorizedServiceCatalog({
    serviceCatalog,
    permissions,
    permission: complianceReadPermission,
  });
  const complianceService = new DefaultComplianceService({
    auth,
    readableServices,
    checkableServices: new AuthorizedServiceCatalog({
      serviceCatalog,
      permissions,
      permission: checkCreatePermission,
    }),
    documentSource,
    bundleService,
    checkStore,
    checkQueue,
    config,
    onQueued: () => worker.wake(),
  });
  const router = Router();
  mountComplianceRoutes(
    { router, httpAuth: deps.httpAuth },
    complianceService,
    deps.auditor,
  );

  return {
    router,
    complianceService,
    sourceService: new DefaultSourceService({
      readableServices,
      bundleService,
      checkStore,
      config,
    }),
    /** Begins to check, by the schedule and on demand, until the shutdown. */
    async start(): Promise<void> {
      deps.lifecycle.addShutdownHook(() => worker.stop());
      worker.start();
      await schedule.start(deps.scheduler, config.schedule);
    },
  };
}
