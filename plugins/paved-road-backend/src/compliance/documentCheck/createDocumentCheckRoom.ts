import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { PolicyEngine } from '@paved-road/backstage-plugin-paved-road-node';
import Router from 'express-promise-router';
import { PavedRoadConfig } from '../../config';
import { BundleService } from '../../rules/BundleService';
import { AuthorizedDocumentCheckService } from './AuthorizedDocumentCheckService';
import { DefaultDocumentCheckService } from './DocumentCheckService';
import { mountDocumentCheckRoutes } from './routes';

/** Puts the check of documents that are sent along together. */
export function createDocumentCheckRoom(deps: {
  config: PavedRoadConfig;
  engine: PolicyEngine;
  bundleService: BundleService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}) {
  const { config, engine, bundleService, httpAuth, permissions } = deps;
  const documentCheckService = new DefaultDocumentCheckService({
    bundleService,
    engine,
    defaultEnvironment: config.defaultEnvironment,
    maxDocumentBytes: config.limits.maxDocumentBytes,
  });
  const router = Router();
  mountDocumentCheckRoutes(
    { router, httpAuth },
    new AuthorizedDocumentCheckService({
      permissions,
      documentCheckService,
    }),
    config.limits,
  );
  // For rooms that have asked for a permission of their own.
  return { router, documentCheckService };
}
