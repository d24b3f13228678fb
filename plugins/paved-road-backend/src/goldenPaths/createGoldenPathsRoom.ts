import { HttpAuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import Router from 'express-promise-router';
import { ComplianceService } from '../compliance/ComplianceService';
import { ComponentCatalog } from '../components/ComponentCatalog';
import { ChannelService } from '../pipelines/channel/ChannelService';
import { RefusalService } from '../pipelines/refusals/RefusalService';
import { BundleService } from '../rules/BundleService';
import { DefaultAdoptionService } from './adoption/AdoptionService';
import { DefaultGoldenPathService } from './GoldenPathService';
import { mountGoldenPathRoutes } from './routes';
import { TemplateCatalog } from './TemplateCatalog';

/** Puts together what shows golden paths, and how far they reach. */
export function createGoldenPathsRoom(deps: {
  bundleService: BundleService;
  catalog: CatalogService;
  channelService: ChannelService;
  complianceService: ComplianceService;
  components: ComponentCatalog;
  httpAuth: HttpAuthService;
  refusalService: RefusalService;
}) {
  const templates = new TemplateCatalog(deps.catalog);
  const router = Router();
  mountGoldenPathRoutes(
    { router, httpAuth: deps.httpAuth },
    {
      goldenPathService: new DefaultGoldenPathService({ ...deps, templates }),
      adoptionService: new DefaultAdoptionService({ ...deps, templates }),
    },
  );
  return { router };
}
