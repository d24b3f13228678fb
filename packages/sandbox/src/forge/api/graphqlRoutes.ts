import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod';
import { RepositoryStore } from '../git/RepositoryStore';
import { baseUrlOf, bodyOf } from '../http/requests';
import { limits } from '../limits';
import { linksOf } from './links';

const questionSchema = z.object({
  query: z.string(),
  variables: z
    .object({ owner: z.string(), repo: z.string(), head: z.string() })
    .partial()
    .optional(),
});

/**
 * The one question that `publish:github:pull-request` asks GitHub's GraphQL
 * API: whether a branch exists and has an open pull request.
 */
export function graphqlRoutes(store: RepositoryStore) {
  const router = Router();
  router.use(express.json({ limit: limits.apiBytes }));

  router.post('/', async (req, res) => {
    const { query, variables } = bodyOf(req, questionSchema);
    const { owner, repo, head } = variables ?? {};
    const understood = /\bassociatedPullRequests\(first: 1, states: OPEN\)/;
    if (!understood.test(query) || !owner || !repo || !head) {
      const message =
        'The sandbox forge only answers which open pull request a branch has';
      res.json({ errors: [{ type: 'UNKNOWN', message }] });
      return;
    }
    const repository = await store.find({ owner, name: repo });
    if (!repository) {
      const message = `Could not resolve to a Repository with the name '${owner}/${repo}'.`;
      res.json({
        data: { repository: null },
        errors: [{ type: 'NOT_FOUND', path: ['repository'], message }],
      });
      return;
    }
    const links = linksOf(baseUrlOf(req), repository.id);
    const edges = repository.state
      .read()
      .pulls.filter(pull => pull.head === head && !pull.closed)
      .slice(0, 1)
      .map(({ number }) => ({
        node: { id: `PR_${number}`, number, url: links.pullPage(number) },
      }));
    const known = (await repository.tipOf(head)) !== undefined;
    const ref = known ? { associatedPullRequests: { edges } } : null;
    res.json({ data: { repository: { ref } } });
  });
  return router;
}
