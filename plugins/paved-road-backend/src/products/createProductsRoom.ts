import {
  CacheService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { AwsCredentialsManager } from '@backstage/integration-aws-node';
import Router from 'express-promise-router';
import { PavedRoadConfig } from '../config';
import { AnswerCache } from './AnswerCache';
import { AuthorizedProductService } from './AuthorizedProductService';
import { AwsProductSource } from './aws/AwsProductSource';
import { ServiceCatalogClients } from './aws/ServiceCatalogClients';
import { DefaultProductService } from './ProductService';
import { mountProductRoutes } from './routes';

/** Puts the products' services and routes together. */
export function createProductsRoom(deps: {
  config: PavedRoadConfig;
  awsCredentials: AwsCredentialsManager;
  cache: CacheService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
}) {
  const { accounts, cacheMs } = deps.config.products;
  const productService = new AuthorizedProductService({
    permissions: deps.permissions,
    productService: new DefaultProductService({
      accounts,
      source: new AwsProductSource({
        accounts,
        clients: new ServiceCatalogClients(deps.awsCredentials),
        logger: deps.logger,
      }),
      answers: new AnswerCache(deps.cache, cacheMs),
    }),
  });
  const router = Router();
  mountProductRoutes({ router, httpAuth: deps.httpAuth }, productService);
  return { router };
}
