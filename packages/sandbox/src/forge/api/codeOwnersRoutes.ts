import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { RepositoryStore } from '../git/RepositoryStore';
import { commitOf, repositoryOf } from '../http/requests';
import { codeOwnersErrors } from '../pulls/codeOwnersErrors';
import { readCodeOwners } from '../pulls/readCodeOwners';

/** `GET /repos/{owner}/{name}/codeowners/errors`: whose lines count for nothing. */
export function codeOwnersRoutes(store: RepositoryStore) {
  const router = Router();

  router.get('/repos/:owner/:name/codeowners/errors', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const given = typeof req.query.ref === 'string' ? req.query.ref : '';
    const ref = given === '' ? await repository.defaultBranch() : given;
    const commit = await commitOf(repository, ref);
    const found = await readCodeOwners(repository, commit);
    // A forge that was told of no teams can't tell who is one.
    if (!found || repository.teams.size === 0) {
      throw new NotFoundError('Not Found');
    }
    const { path, text } = found;
    res.json({ errors: codeOwnersErrors(text, path, repository.teams) });
  });
  return router;
}
