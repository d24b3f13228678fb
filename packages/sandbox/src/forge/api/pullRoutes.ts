import { Request } from 'express';
import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { changedFiles } from '../git/compare';
import { RepositoryStore } from '../git/RepositoryStore';
import {
  baseUrlOf,
  bodyOf,
  callerOf,
  numberOf,
  repositoryOf,
} from '../http/requests';
import { comparePull } from '../pulls/comparePull';
import { mergePull } from '../pulls/mergePull';
import { changePull, openPull } from '../pulls/openPull';
import { linksOf } from './links';
import { describePull, pullShape } from './pullShape';
import { commitShape } from './shapes';

const PULLS = '/repos/:owner/:name/pulls';
const title = z.string().min(1).max(256);
const body = z.string().max(65_536).nullish();
const branch = z.string().max(300);

const newPullSchema = z.object({
  title,
  body,
  head: branch,
  base: branch,
  draft: z.boolean().nullish(),
});
const changeSchema = z.object({
  title: title.optional(),
  body,
  state: z.enum(['open', 'closed']).optional(),
});
const mergeSchema = z.object({
  commit_title: z.string().max(256).optional(),
  commit_message: z.string().max(65_536).optional(),
  sha: z.string().optional(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).default('merge'),
});

/** `/repos/{owner}/{name}/pulls`: changes that are proposed, and what becomes of them. */
export function pullRoutes(store: RepositoryStore) {
  const router = Router();

  const pullOf = async (req: Request) => {
    const repository = await repositoryOf(store, req);
    const number = numberOf(req.params.number);
    const { pulls } = repository.state.read();
    const pull = pulls.find(known => known.number === number);
    if (!pull) {
      throw new NotFoundError('Not Found');
    }
    const links = linksOf(baseUrlOf(req), repository.id);
    return { repository, pull, links };
  };

  router.get(PULLS, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const { state = 'open', head, base } = req.query;
    const { owner } = repository.id;
    const wanted = repository.state
      .read()
      .pulls.filter(
        pull =>
          (state === 'all' || (state === 'closed') === Boolean(pull.closed)) &&
          (head === undefined || head === `${owner}:${pull.head}`) &&
          (base === undefined || base === pull.base),
      )
      .reverse();
    const shapes = [];
    for (const pull of wanted.slice(0, 100)) {
      shapes.push(await pullShape(repository, pull, baseUrlOf(req)));
    }
    res.json(shapes);
  });

  router.post(PULLS, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const given = bodyOf(req, newPullSchema);
    const pull = await openPull(repository, {
      ...given,
      body: given.body ?? undefined,
      draft: given.draft ?? false,
      author: callerOf(req),
    });
    store.changes.tell(repository.id);
    res.status(201).json(await describePull(repository, pull, baseUrlOf(req)));
  });

  router.get(`${PULLS}/:number`, async (req, res) => {
    const { repository, pull } = await pullOf(req);
    res.json(await describePull(repository, pull, baseUrlOf(req)));
  });

  router.patch(`${PULLS}/:number`, async (req, res) => {
    const { repository, pull } = await pullOf(req);
    const change = bodyOf(req, changeSchema);
    const changed = await changePull(repository, pull, {
      ...change,
      body: change.body ?? undefined,
      by: callerOf(req),
    });
    store.changes.tell(repository.id);
    res.json(await describePull(repository, changed, baseUrlOf(req)));
  });

  router.get(`${PULLS}/:number/files`, async (req, res) => {
    const { repository, pull } = await pullOf(req);
    const { commonSha, headSha } = await comparePull(repository, pull);
    const files = await changedFiles(repository, commonSha, headSha);
    res.json(
      files.map(({ path, status, additions = 0, deletions = 0 }) => ({
        filename: path,
        ...{ status, additions, deletions, changes: additions + deletions },
      })),
    );
  });

  router.get(`${PULLS}/:number/commits`, async (req, res) => {
    const { repository, pull, links } = await pullOf(req);
    const { commonSha, headSha } = await comparePull(repository, pull);
    const range = `${commonSha}..${headSha}`;
    const commits = await repository.log(range, { count: 250 });
    res.json(commits.reverse().map(commit => commitShape(commit, links)));
  });

  router.get(`${PULLS}/:number/merge`, async (req, res) => {
    const { pull } = await pullOf(req);
    if (!pull.closed?.mergeSha) {
      throw new NotFoundError('Not Found');
    }
    res.status(204).end();
  });

  router.put(`${PULLS}/:number/merge`, async (req, res) => {
    const { repository, pull } = await pullOf(req);
    const order = bodyOf(req, mergeSchema);
    const merged = await mergePull(repository, pull, {
      method: order.merge_method,
      sha: order.sha,
      title: order.commit_title,
      message: order.commit_message,
      by: callerOf(req),
    });
    store.changes.tell(repository.id);
    res.json({
      sha: merged,
      merged: true,
      message: 'Pull Request successfully merged',
    });
  });
  return router;
}
