import { createServer } from 'node:http';
import express, { Router } from 'express';
import { guard } from '../http/guard';
import { listen } from '../http/listen';
import { apiRoutes } from './api/apiRoutes';
import { graphqlRoutes } from './api/graphqlRoutes';
import { answerAsApi, answerAsPage, answerAsText } from './answers';
import { writeHooks } from './git/hooks';
import { needGit } from './git/needGit';
import { RepositoryStore } from './git/RepositoryStore';
import { errorHandler } from './http/errors';
import { GIT_PATHS, gitRoutes } from './http/gitRoutes';

import { RAW_PATHS, rawRoutes } from './http/rawRoutes';
import { limits } from './limits';
import { pageRoutes } from './pages/pageRoutes';
import {
  SeedOutcome,
  SeedRepository,
  seedRepositories,
} from './seed/seedRepositories';

/** A forge that answers. */
export interface Forge {
  /** `http://localhost:<port>`, without a slash at its end. */
  url: string;
  /** What the start has done with each of the repositories it was given. */
  seeded: SeedOutcome[];
  stop(): Promise<void>;
}

export interface ForgeOptions {
  /** 0 for any that is free. */
  port: number;
  dataDirectory: string;
  repositories: SeedRepository[];
  runner?: ForgeRunner;
  /** The members of teams, which are then waited for where they own what is changed. */
  teams?: ReadonlyMap<string, string[]>;
}

/** What runs pipelines for the forge's repositories, in its process. */
export interface ForgeRunner {
  /** The checks that nobody else sets. */
  checks: string[];
  /** Its own pages. */
  routes(store: RepositoryStore): Router;
  /** Begins, once the forge answers. */
  start(forge: { store: RepositoryStore; url: string }): Promise<void>;
  stop(): Promise<void>;
}

const FORMS = /^\/[^/]+\/[^/]+\/runs\/[^/]+\/again$/;

function createApp(
  store: RepositoryStore,
  hooksDirectory: string,
  runner: ForgeRunner | undefined,
) {
  const app = express();
  app.disable('x-powered-by');
  app.set('case sensitive routing', true);
  app.use(guard({ name: 'sandbox forge', client: 'git', forms: FORMS }));
  app.use('/api/v3', apiRoutes(store, runner?.checks));
  app.use('/api/graphql', graphqlRoutes(store));
  app.use(gitRoutes(store, hooksDirectory));
  app.use(rawRoutes(store));
  if (runner) {
    app.use(runner.routes(store));
  }
  app.use(pageRoutes(store, runner !== undefined));

  app.use('/api', errorHandler(answerAsApi));
  app.use([...RAW_PATHS, ...GIT_PATHS], errorHandler(answerAsText));
  app.use(errorHandler(answerAsPage));
  return app;
}

/**
 * Starts the sandbox forge on 127.0.0.1: a git host with the part of GitHub's
 * API that Backstage's GitHub integration and its scaffolder actions use, clone
 * and push over HTTP, and pages for people. Whoever can reach it may do all of
 * it; only a protected branch is held, for everybody alike.
 *
 * @throws InputError for a repository that can't be seeded; Error where git is
 * missing or too old, or the port is in use.
 */
export async function startForge(options: ForgeOptions): Promise<Forge> {
  await needGit();
  const { dataDirectory, repositories, runner } = options;
  const seeded = await seedRepositories({ dataDirectory, repositories });

  const hooksDirectory = await writeHooks(dataDirectory);

  const store = new RepositoryStore(dataDirectory, options.teams);
  const server = createServer(createApp(store, hooksDirectory, runner));
  const { url, stop } = await listen(server, {
    port: options.port,
    maxConnections: limits.connections,
    idleConnectionMs: limits.idleConnectionMs,
  });
  await runner?.start({ store, url });
  return {
    url,
    seeded,
    stop: async () => {
      await Promise.all([stop(), runner?.stop()]);
    },
  };
}
