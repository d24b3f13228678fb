import { Request, Router as ExpressRouter } from 'express';
import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { linksOf } from '../../forge/api/links';
import { RepositoryStore } from '../../forge/git/RepositoryStore';
import { baseUrlOf, repositoryOf } from '../../forge/http/requests';
import { Runner } from '../Runner';
import { runPage } from './runPage';
import { runsPage } from './runsPage';

const RUNS = '/:owner/:name/runs';

// The page has one form, which the style of the other pages' policy forbids; and
// only with a referrer does a browser say that it comes from here.
const WITH_FORM = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** The pages of a repository's runs. */
export function runRoutes(
  store: RepositoryStore,
  options: { portal: string; runner: () => Runner },
): ExpressRouter {
  const router = Router();

  const runOf = async (req: Request) => {
    const repository = await repositoryOf(store, req);
    const runs = options.runner().runs(repository.id);
    const run = runs.find(req.params.id);
    if (!run) {
      throw new NotFoundError('Not Found');
    }
    return { repository, runs, run };
  };

  router.get(RUNS, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const links = linksOf(baseUrlOf(req), repository.id);
    const branch = await repository.defaultBranch();
    const runs = options.runner().runs(repository.id).read();
    res.set('Cache-Control', 'no-store');
    res.type('html').send(runsPage(repository.id, { links, branch, runs }));
  });

  router.get(`${RUNS}/:id`, async (req, res) => {
    const { repository, runs, run } = await runOf(req);
    res.set(WITH_FORM);
    res.type('html').send(
      runPage(repository.id, {
        links: linksOf(baseUrlOf(req), repository.id),
        branch: await repository.defaultBranch(),
        run,
        portal: options.portal,
        logOf: step => runs.readLog(run.id, step),
      }),
    );
  });

  router.post(`${RUNS}/:id/again`, async (req, res) => {
    const { repository, run } = await runOf(req);
    const again = options.runner().again(repository, run);
    const { html } = linksOf(baseUrlOf(req), repository.id);
    res.redirect(303, `${html}/runs/${again.id}`);
  });
  return router;
}
