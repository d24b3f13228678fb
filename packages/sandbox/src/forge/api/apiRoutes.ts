import express from 'express';
import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { RepositoryStore } from '../git/RepositoryStore';
import { limits } from '../limits';
import { branchRoutes } from './branchRoutes';
import { codeOwnersRoutes } from './codeOwnersRoutes';
import { commitRoutes } from './commitRoutes';
import { contentRoutes } from './contentRoutes';
import { gitDataRoutes } from './gitDataRoutes';
import { gitWriteRoutes } from './gitWriteRoutes';
import { ownerRoutes } from './ownerRoutes';
import { pullRoutes } from './pullRoutes';
import { refRoutes } from './refRoutes';
import { repositoryRoutes } from './repositoryRoutes';
import { reviewRoutes } from './reviewRoutes';

/** The part of GitHub's REST API that Backstage's GitHub integration and its scaffolder actions use. */
export function apiRoutes(store: RepositoryStore, ownChecks: string[] = []) {
  const router = Router();
  router.use(express.json({ limit: limits.apiBytes }));
  router.use(ownerRoutes(store));
  router.use(repositoryRoutes(store));
  router.use(branchRoutes(store));
  router.use(codeOwnersRoutes(store));
  router.use(commitRoutes(store, ownChecks));
  router.use(pullRoutes(store));
  router.use(reviewRoutes(store));
  router.use(refRoutes(store));
  router.use(gitWriteRoutes(store));
  router.use(contentRoutes(store));
  router.use(gitDataRoutes(store));
  router.use(() => {
    throw new NotFoundError('Not Found');
  });
  return router;
}
