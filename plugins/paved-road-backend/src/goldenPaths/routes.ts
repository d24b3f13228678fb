import {
  getAdoption,
  getServiceGoldenPath,
  listGoldenPaths,
} from '@paved-road/backstage-plugin-paved-road-common';
import { handle, HandleContext } from '../http';
import { AdoptionService } from './adoption/AdoptionService';
import { GoldenPathService } from './GoldenPathService';

/** Mounts the operations on golden paths and their adoption. */
export function mountGoldenPathRoutes(
  context: HandleContext,
  services: {
    goldenPathService: GoldenPathService;
    adoptionService: AdoptionService;
  },
): void {
  const { adoptionService, goldenPathService } = services;
  handle(context, listGoldenPaths, ({ credentials }) =>
    goldenPathService.listGoldenPaths({ credentials }),
  );
  handle(context, getServiceGoldenPath, ({ params, credentials }) =>
    goldenPathService.getServiceGoldenPath(params, { credentials }),
  );
  handle(context, getAdoption, ({ credentials }) =>
    adoptionService.getAdoption({ credentials }),
  );
}
