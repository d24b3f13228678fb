import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { PavedRoadConfig } from '../../config';
import { ProductAccess } from '../access/ProductAccess';
import { AnswerCache } from '../AnswerCache';
import { EntityAccess } from '../entities/EntityAccess';
import { ChangePlanner } from '../plan/ChangePlanner';
import { PreflightService } from '../preflight/PreflightService';
import { ProductService } from '../ProductService';
import { ChangeIntake } from './changing/ChangeIntake';
import { ChangeStarter } from './changing/ChangeStarter';
import { DefaultProductChangeService } from './changing/DefaultProductChangeService';
import { LaunchChoices } from './changing/LaunchChoices';
import { RuleGate } from './changing/RuleGate';
import { DefaultChangeAnnouncer } from './following/ChangeAnnouncer';
import { ChangeFollower } from './following/ChangeFollower';
import { ProductProvisioner } from './ProductProvisioner';
import { ProvisionedAccess } from './ProvisionedAccess';
import { DefaultProvisionedProductService } from './reading/ProvisionedProductService';
import { ProductSchedule } from './ProductSchedule';
import { mountProvisionedRoutes } from './routes';
import { ChangeSender } from './sending/ChangeSender';
import { SecretRetries } from './sending/SecretRetries';
import { DatabaseProvisionedStore } from './store/DatabaseProvisionedStore';
import { ProvisionedSync } from './syncing/ProvisionedSync';

/** Puts together what changes, follows and shows what is provisioned. */
export function createProvisionedRoom(deps: {
  /** Gets the operations. */
  router: Router;
  config: PavedRoadConfig;
  knex: Knex;
  answers: AnswerCache;
  productService: ProductService;
  preflightService: PreflightService;
  planner: ChangePlanner;
  provisioner: ProductProvisioner;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  notifications: NotificationService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  scheduler: SchedulerService;
  signals: SignalsService;
}) {
  const { config, planner, productService, provisioner } = deps;
  const { accounts } = config.products;
  const store = new DatabaseProvisionedStore(deps.knex);
  const shared = {
    ...deps,
    accounts,
    store,
    entities: new EntityAccess(deps),
    sender: new ChangeSender({ provisioner, store }),
  };
  const announcer = new DefaultChangeAnnouncer(shared);
  const retries = new SecretRetries({ ...shared, announcer });
  const access = new ProvisionedAccess(shared);
  const provisionedService = new DefaultProvisionedProductService({
    ...shared,
    access,
  });
  const changeService = new DefaultProductChangeService({
    ...shared,
    access,
    provisionedService,
    choices: new LaunchChoices({
      accounts,
      productService,
      productAccess: new ProductAccess(deps),
    }),
    gate: new RuleGate(deps),
    intake: new ChangeIntake({
      store,
      starter: new ChangeStarter({ ...shared, retries, announcer }),
    }),
  });
  mountProvisionedRoutes(
    deps,
    { provisionedService, changeService },
    {
      auditor: deps.auditor,
      maxConcurrentRequests: config.limits.maxConcurrentRequests,
    },
  );
  const schedule = new ProductSchedule({
    follower: new ChangeFollower({ ...shared, announcer }),
    sync: new ProvisionedSync({ ...shared, planner }),
  });
  return {
    provisionedService,
    /** Begins to follow what goes on, until the shutdown. */
    async start(): Promise<void> {
      if (accounts.length > 0) {
        deps.lifecycle.addShutdownHook(() => retries.stop());
        await schedule.start(deps.scheduler);
      }
    },
  };
}
