import {
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrationRegistry,
} from '@backstage/integration';
import Router from 'express-promise-router';
import { Knex } from 'knex';
import { ComponentCatalog } from '../../components/ComponentCatalog';
import { PavedRoadConfig } from '../../config';
import { ProvisionedProductService } from '../../products/provisioned/reading/ProvisionedProductService';
import { ChannelAccess } from './ChannelAccess';
import { ChannelLooker } from './ChannelLooker';
import { ChannelSchedule } from './ChannelSchedule';
import { ChannelService, DefaultChannelService } from './ChannelService';
import { GithubClient } from './github/GithubClient';
import { GithubRepositorySource } from './github/GithubRepositorySource';
import { PipelineProducts } from './PipelineProducts';
import { mountChannelRoutes } from './routes';
import { DatabaseChannelStore } from './store/DatabaseChannelStore';

/** Puts together what looks at services' wiring, and what tells of it. */
export function createChannelRoom(deps: {
  config: PavedRoadConfig;
  components: ComponentCatalog;
  integrations: ScmIntegrationRegistry;
  provisionedService: ProvisionedProductService;
  auditor: AuditorService;
  auth: AuthService;
  httpAuth: HttpAuthService;
  knex: Knex;
  logger: LoggerService;
  permissions: PermissionsService;
  scheduler: SchedulerService;
}) {
  const { auditor, config, httpAuth, integrations } = deps;
  const { channel, freshnessMs, limits } = config;
  const store = new DatabaseChannelStore(deps.knex);
  const configured = channel && {
    settings: channel.settings,
    looker: new ChannelLooker({
      settings: channel.settings,
      integrations,
      pipelineProducts: new PipelineProducts({ ...deps, ...channel }),
      repositorySource: new GithubRepositorySource(
        new GithubClient({
          integrations,
          credentials:
            DefaultGithubCredentialsProvider.fromIntegrations(integrations),
        }),
      ),
      store,
    }),
  };
  const channelService: ChannelService = new DefaultChannelService({
    ...deps,
    access: new ChannelAccess(deps),
    store,
    freshnessMs,
    configured,
  });
  const router = Router();
  mountChannelRoutes({ router, httpAuth }, channelService, auditor, limits);
  return {
    router,
    channelService,
    /** Begins to look by the schedule, where there is a channel. */
    async start(): Promise<void> {
      if (channel && configured) {
        await new ChannelSchedule({ ...deps, ...configured, store }).start(
          deps.scheduler,
          channel.schedule,
        );
      }
    },
  };
}
