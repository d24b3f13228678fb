import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { RepositoryStore } from '../git/RepositoryStore';
import { contentRoutes } from './contentRoutes';
import { gitDataRoutes } from './gitDataRoutes';
import { repositoryRoutes } from './repositoryRoutes';

/** The part of GitHub's REST API that Backstage's GitHub integration reads with. */
export function apiRoutes(store: RepositoryStore) {
  const router = Router();
  router.use(repositoryRoutes(store));
  router.use(contentRoutes(store));
  router.use(gitDataRoutes(store));
  router.use(() => {
    throw new NotFoundError('Not Found');
  });
  return router;
}
