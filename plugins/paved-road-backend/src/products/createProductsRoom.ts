import {
  AuditorService,
  AuthService,
  CacheService,
  HttpAuthService,
  LifecycleService,
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import {
  productPermissionResourceRef,
  productPermissionRules,
} from '@paved-road/backstage-plugin-paved-road-node/permissions';
import Router from 'express-promise-router';
import { Knex } from 'knex';
import { DocumentCheckService } from '../compliance/documentCheck/DocumentCheckService';
import { PavedRoadConfig } from '../config';
import { BundleService } from '../rules/BundleService';
import { readProductResources } from './access/readProductResources';
import { AnswerCache } from './AnswerCache';
import { AuthorizedProductService } from './AuthorizedProductService';
import { AwsAccounts } from './aws/AwsAccounts';
import { AwsChangePlanner } from './aws/AwsChangePlanner';
import { AwsProductProvisioner } from './aws/AwsProductProvisioner';
import { AwsProductSource } from './aws/AwsProductSource';
import { AwsTemplateSource } from './aws/AwsTemplateSource';
import { ServiceCatalogClients } from './aws/ServiceCatalogClients';
import { DefaultPreflightService } from './preflight/PreflightService';
import { DefaultProductService } from './ProductService';
import { createProvisionedRoom } from './provisioned/createProvisionedRoom';
import { mountProductRoutes } from './routes';

/** Puts the products' services, routes and what follows changes together. */
export function createProductsRoom(deps: {
  config: PavedRoadConfig;
  knex: Knex;
  awsCredentials: AwsCredentialsManager;
  /** That AWS's client is told to ask instead of AWS. */
  awsEndpoint?: string;
  bundleService: BundleService;
  documentCheckService: DocumentCheckService;
  auditor: AuditorService;
  auth: AuthService;
  cache: CacheService;
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
  const { config, logger } = deps;
  const { accounts, cacheMs } = config.products;
  const awsAccounts = new AwsAccounts({
    accounts,
    clients: new ServiceCatalogClients(deps.awsCredentials),
    logger,
  });
  const answers = new AnswerCache(deps.cache, cacheMs);
  const unauthorizedService = new DefaultProductService({
    accounts,
    source: new AwsProductSource(awsAccounts),
    answers,
  });
  deps.permissionsRegistry.addResourceType({
    resourceRef: productPermissionResourceRef,
    rules: Object.values(productPermissionRules),
    getResources: refs =>
      readProductResources(refs, {
        accounts,
        productService: unauthorizedService,
      }),
  });
  const productService = new AuthorizedProductService({
    permissions: deps.permissions,
    productService: unauthorizedService,
  });
  const router = Router();
  mountProductRoutes({ router, httpAuth: deps.httpAuth }, productService);
  const { provisionedService, start } = createProvisionedRoom({
    ...deps,
    router,
    answers,
    productService,
    preflightService: new DefaultPreflightService({
      templates: new AwsTemplateSource({
        accounts: awsAccounts,
        endpoint: deps.awsEndpoint,
      }),
      answers,
      bundleService: deps.bundleService,
      documentCheckService: deps.documentCheckService,
      environments: config.environments,
    }),
    planner: new AwsChangePlanner({ accounts: awsAccounts, logger }),
    provisioner: new AwsProductProvisioner(awsAccounts),
  });
  return { router, provisionedService, start };
}
