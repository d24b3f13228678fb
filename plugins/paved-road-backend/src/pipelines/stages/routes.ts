import { getServiceStages } from '@paved-road/backstage-plugin-paved-road-common';
import { handle, HandleContext } from '../../http';
import { ServiceStagesService } from './ServiceStagesService';

/** Mounts the operation on what the stages say side by side. */
export function mountStagesRoutes(
  context: HandleContext,
  serviceStagesService: ServiceStagesService,
): void {
  handle(context, getServiceStages, ({ params, query, credentials }) =>
    serviceStagesService.getStages(params, query, { credentials }),
  );
}
