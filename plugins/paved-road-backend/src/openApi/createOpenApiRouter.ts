import { pavedRoadOperations } from '@paved-road/backstage-plugin-paved-road-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { version } from '../../package.json';
import { toOpenApi } from './toOpenApi';

/** Serves the description of the API, to callers that are signed in. */
export function createOpenApiRouter(): Router {
  const router = PromiseRouter();
  const description = toOpenApi(pavedRoadOperations, {
    version,
    serverUrl: '/api/paved-road',
  });
  router.get('/openapi.json', (_req, res) => {
    res.json(description);
  });
  return router;
}
