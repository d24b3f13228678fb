import { Request } from 'express';
import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { mergeBase } from '../git/compare';
import { isRefName } from '../git/names';
import { Repository } from '../git/Repository';
import { RepositoryStore } from '../git/RepositoryStore';
import { moveBranch } from '../git/write';
import { Refusal } from '../http/errors';
import { baseUrlOf, bodyOf, repositoryOf } from '../http/requests';
import { protectionOf } from '../state/model';
import { linksOf } from './links';

const GIT = '/repos/:owner/:name/git';
const sha = z.string().regex(/^[0-9a-f]{40}$/);

const HEADS = 'refs/heads/';

const newRefSchema = z.object({
  ref: z.string().max(260),
  sha,
});
const moveSchema = z.object({ sha, force: z.boolean().default(false) });

/** The branch that a ref is; empty for a ref that is none. Clients send its slashes encoded. */
const branchOf = (ref: string) =>
  ref.startsWith(HEADS) ? ref.slice(HEADS.length) : '';

async function needCommit(repository: Repository, given: string) {
  if ((await repository.findCommit(given)) !== given) {
    throw new Refusal(422, 'Object does not exist');
  }
}

/** Branches as git's refs: read, made and moved, unless they are protected. */
export function refRoutes(store: RepositoryStore) {
  const router = Router();

  const refShape = (
    req: Request,
    repository: Repository,
    at: { branch: string; commit: string },
  ) => {
    const links = linksOf(baseUrlOf(req), repository.id);
    const { branch, commit } = at;
    return {
      ref: `refs/heads/${branch}`,
      url: links.ref(branch),
      object: { type: 'commit', sha: commit, url: links.commit(commit) },
    };
  };

  router.get(`${GIT}/ref/:ref(*)`, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const branch = branchOf(`refs/${req.params.ref}`);
    const commit = await repository.tipOf(branch);
    if (!commit) {
      throw new NotFoundError('Not Found');
    }
    res.json(refShape(req, repository, { branch, commit }));
  });

  router.post(`${GIT}/refs`, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const { ref, sha: to } = bodyOf(req, newRefSchema);
    const branch = branchOf(ref);
    if (!isRefName(branch)) {
      throw new Refusal(422, `${ref} is not a valid ref name.`);
    }
    await needCommit(repository, to);
    if (!(await moveBranch(repository, { branch, to }))) {
      throw new Refusal(422, 'Reference already exists');
    }
    store.changes.tell(repository.id);
    res.status(201).json(refShape(req, repository, { branch, commit: to }));
  });

  router.patch(`${GIT}/refs/:ref(*)`, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const branch = branchOf(`refs/${req.params.ref}`);
    const { sha: to, force } = bodyOf(req, moveSchema);
    const from = await repository.tipOf(branch);
    if (!from) {
      throw new Refusal(422, 'Reference does not exist');
    }
    await needCommit(repository, to);
    const keep = (await mergeBase(repository, from, to)) !== from;
    if (keep && !force) {
      throw new Refusal(422, 'Update is not a fast forward');
    }
    if (protectionOf(repository.state.read(), branch)) {
      throw new Refusal(
        422,
        `Protected branch update failed for refs/heads/${branch}. Changes must be made through a pull request.`,
      );
    }
    if (!(await moveBranch(repository, { branch, from, to, keep }))) {
      throw new Refusal(422, 'Reference cannot be updated');
    }
    store.changes.tell(repository.id);
    res.json(refShape(req, repository, { branch, commit: to }));
  });
  return router;
}
