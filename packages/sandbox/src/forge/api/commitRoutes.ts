import Router from 'express-promise-router';
import { z } from 'zod';
import { RepositoryStore } from '../git/RepositoryStore';
import { Refusal } from '../http/errors';
import {
  baseUrlOf,
  bodyOf,
  callerOf,
  commitOf,
  numberOf,
  repositoryOf,
} from '../http/requests';
import { addStatus } from '../pulls/addStatus';
import { combinedState, latestStatuses } from '../pulls/checks';
import { linksOf } from './links';
import { describeRepository } from './settings';
import { commitShape, statusShape } from './shapes';

const COMMITS = '/repos/:owner/:name/commits';

const statusSchema = z.object({
  state: z.enum(['error', 'failure', 'pending', 'success']),
  context: z.string().min(1).max(255).default('default'),
  description: z.string().max(140).nullish(),
  // A page links to it.
  target_url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullish(),
});

const given = (value: unknown) => (typeof value === 'string' ? value : '');

/**
 * Commits, and what checks have said about them.
 *
 * @param ownChecks - the checks that nobody sets from outside
 */
export function commitRoutes(store: RepositoryStore, ownChecks: string[]) {
  const router = Router();

  router.get(COMMITS, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const ref = given(req.query.sha) || (await repository.defaultBranch());
    const commit = await commitOf(repository, ref);
    const count = Math.min(numberOf(given(req.query.per_page)) ?? 30, 100);
    const path = given(req.query.path);
    const commits = await repository.log(commit, { path, count });
    const links = linksOf(baseUrlOf(req), repository.id);
    res.json(commits.map(found => commitShape(found, links)));
  });

  router.get(`${COMMITS}/:ref(*)/status`, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const sha = await commitOf(repository, req.params.ref);
    const links = linksOf(baseUrlOf(req), repository.id);
    const statuses = repository.state.read().statuses[sha] ?? [];
    const latest = latestStatuses(statuses);
    res.json({
      state: combinedState(statuses),
      statuses: latest.map(status => statusShape(status, { links, sha })),
      total_count: latest.length,
      sha,
      repository: await describeRepository(repository, baseUrlOf(req)),
      commit_url: links.commit(sha),
      url: `${links.commit(sha)}/status`,
    });
  });

  for (const path of [
    `${COMMITS}/:ref(*)/statuses`,
    '/repos/:owner/:name/statuses/:ref(*)',
  ]) {
    router.get(path, async (req, res) => {
      const repository = await repositoryOf(store, req);
      const sha = await commitOf(repository, req.params.ref);
      const links = linksOf(baseUrlOf(req), repository.id);
      const statuses = repository.state.read().statuses[sha] ?? [];
      res.json(
        [...statuses].reverse().map(one => statusShape(one, { links, sha })),
      );
    });
  }

  router.post('/repos/:owner/:name/statuses/:sha', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const { sha } = req.params;
    if ((await repository.findCommit(sha)) !== sha) {
      throw new Refusal(422, `No commit found for SHA: ${sha}`);
    }
    const said = bodyOf(req, statusSchema);
    if (ownChecks.includes(said.context)) {
      throw new Refusal(
        422,
        `The check "${said.context}" is set by the platform's pipeline alone`,
      );
    }
    const status = addStatus(repository, sha, {
      state: said.state,
      context: said.context,
      description: said.description ?? undefined,
      targetUrl: said.target_url ?? undefined,
      creator: callerOf(req),
    });
    const links = linksOf(baseUrlOf(req), repository.id);
    res.status(201).json(statusShape(status, { links, sha }));
  });

  router.get(`${COMMITS}/:ref(*)`, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const sha = await repository.findCommit(req.params.ref);
    if (!sha) {
      throw new Refusal(422, `No commit found for SHA: ${req.params.ref}`);
    }
    const [commit] = await repository.log(sha, { count: 1 });
    res.json(commitShape(commit, linksOf(baseUrlOf(req), repository.id)));
  });
  return router;
}
