import Router from 'express-promise-router';
import { NotAllowedError } from '@backstage/errors';
import { z } from 'zod';
import { commitOf, bodyOf, repositoryOf } from '../http/requests';
import { RepositoryStore } from '../git/RepositoryStore';
import { applyFields, repositoryFields, sendRepository } from './settings';

const topicsSchema = z.object({
  names: z.array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/)).max(20),
});

/** `/repos/{owner}/{name}` itself, its topics and its archive. */
export function repositoryRoutes(store: RepositoryStore) {
  const router = Router();

  router.get('/repos/:owner/:name', async (req, res) => {
    await sendRepository(res, await repositoryOf(store, req));
  });

  router.patch('/repos/:owner/:name', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const fields = bodyOf(req, repositoryFields);
    repository.state.change(({ settings }) => applyFields(settings, fields));
    await sendRepository(res, repository);
  });

  router.delete('/repos/:owner/:name', async req => {
    await repositoryOf(store, req);
    throw new NotAllowedError('Must have admin rights to Repository.');
  });

  router.get('/repos/:owner/:name/topics', async (req, res) => {
    const repository = await repositoryOf(store, req);
    res.json({ names: repository.state.read().settings.topics });
  });

  router.put('/repos/:owner/:name/topics', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const { names } = bodyOf(req, topicsSchema);
    repository.state.change(({ settings }) => {
      settings.topics = names;
    });
    res.json({ names });
  });

  router.get('/repos/:owner/:name/tarball/:ref(*)', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const commit = await commitOf(repository, req.params.ref);
    const { owner, name } = repository.id;
    res.set('Content-Type', 'application/x-gzip');
    res.attachment(`${owner}-${name}-${commit.slice(0, 7)}.tar.gz`);
    await repository.sendArchive(commit, res);
  });
  return router;
}
