import { Request } from 'express';
import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { RepositoryStore } from '../git/RepositoryStore';
import { Refusal } from '../http/errors';
import { bodyOf, callerOf, numberOf, repositoryOf } from '../http/requests';
import { limits } from '../limits';
import { comparePull } from '../pulls/comparePull';
import { Pull, Review } from '../state/model';

const REVIEWS = '/repos/:owner/:name/pulls/:number/reviews';

const STATES = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
} as const;

const reviewSchema = z.object({
  event: z.enum(['APPROVE', 'REQUEST_CHANGES']),
  body: z.string().max(65_536).nullish(),
});

const shape = ({ at, body, by, sha, state }: Review, index: number) => ({
  id: index + 1,
  user: { login: by, type: 'User' },
  body: body ?? '',
  state,
  commit_id: sha,
  submitted_at: at,
});

/** What people say of pull requests, which code owners' approvals are a part of. */
export function reviewRoutes(store: RepositoryStore) {
  const router = Router();

  const pullOf = async (req: Request) => {
    const repository = await repositoryOf(store, req);
    const number = numberOf(req.params.number);
    const find = (pulls: Pull[]) => {
      const pull = pulls.find(known => known.number === number);
      if (!pull) {
        throw new NotFoundError('Not Found');
      }
      return pull;
    };
    return { repository, find, pull: find(repository.state.read().pulls) };
  };

  router.get(REVIEWS, async (req, res) => {
    const { pull } = await pullOf(req);
    res.json(pull.reviews.map(shape));
  });

  router.post(REVIEWS, async (req, res) => {
    const { repository, find, pull } = await pullOf(req);
    const { event, body } = bodyOf(req, reviewSchema);
    const by = callerOf(req);
    if (event === 'APPROVE' && by === pull.author) {
      throw new Refusal(422, 'Can not approve your own pull request');
    }
    const { headSha: sha } = await comparePull(repository, pull);
    const at = new Date().toISOString();
    const review = {
      ...{ by, state: STATES[event], sha, at },
      body: body ?? undefined,
    };
    const count = repository.state.change(({ pulls }) => {
      const { reviews } = find(pulls);
      if (reviews.length >= limits.reviews) {
        throw new Refusal(422, 'This pull request has too many reviews.');
      }
      return reviews.push(review);
    });
    res.json(shape(review, count - 1));
  });
  return router;
}
