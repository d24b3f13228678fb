import { z } from 'zod';
import { entityPathSchema } from '../api/entityPath';
import { defineOperation } from '../api/operation';
import {
  adoptionSchema,
  goldenPathSchema,
  serviceGoldenPathSchema,
} from './goldenPath';

/** @public */
export const listGoldenPaths = defineOperation({
  id: 'listGoldenPaths',
  method: 'GET',
  path: '/golden-paths',
  summary:
    'The golden paths that the caller may see, and how much each is used',
  response: z.object({ items: z.array(goldenPathSchema) }),
});

/** @public */
export const getServiceGoldenPath = defineOperation({
  id: 'getServiceGoldenPath',
  method: 'GET',
  path: '/services/:kind/:namespace/:name/golden-path',
  summary: 'Which golden path a service came from, and what has changed since',
  params: entityPathSchema,
  response: serviceGoldenPathSchema,
});

/** @public */
export const getAdoption = defineOperation({
  id: 'getAdoption',
  method: 'GET',
  path: '/adoption',
  summary:
    'Which services are on the paved road, by team, by path and over time',
  response: adoptionSchema,
});
