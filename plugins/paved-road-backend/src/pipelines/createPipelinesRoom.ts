import {
  AuditorService,
  AuthService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import Router from 'express-promise-router';
import { Knex } from 'knex';
import { SourceService } from '../compliance/SourceService';
import { PavedRoadConfig } from '../config';
import { BundleService } from '../rules/BundleService';
import { PipelineAccess } from './PipelineAccess';
import { DefaultPipelineResultService } from './PipelineResultService';
import { mountPipelineRoutes } from './routes';
import { mountStagesRoutes } from './stages/routes';
import { DefaultServiceStagesService } from './stages/ServiceStagesService';
import { DatabasePipelineResultStore } from './store/DatabasePipelineResultStore';

/** Puts the service and the routes of the pipelines' results together. */
export function createPipelinesRoom(deps: {
  config: PavedRoadConfig;
  bundleService: BundleService;
  sourceService: SourceService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  integrations: ScmIntegrationRegistry;
  knex: Knex;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}) {
  const { auditor, bundleService, config, httpAuth, knex } = deps;
  const { pipelines } = config;
  const access = new PipelineAccess({ ...deps, pipelines });
  const store = new DatabasePipelineResultStore(knex);
  const router = Router();
  mountPipelineRoutes(
    { router, httpAuth },
    new DefaultPipelineResultService({
      access,
      bundleService,
      store,
      pipelines,
    }),
    auditor,
    config.limits,
  );
  mountStagesRoutes(
    { router, httpAuth },
    new DefaultServiceStagesService({ ...deps, access, store }),
  );
  return { router };
}
