import Router from 'express-promise-router';
import { baseUrlOf, commitOf, repositoryOf } from '../http/requests';
import { Repository } from '../git/Repository';
import { RepositoryStore } from '../git/RepositoryStore';
import { linksOf } from './links';
import { commitShape, repositoryShape } from './shapes';

async function shapeOf(repository: Repository, baseUrl: string) {
  return repositoryShape(repository.id, {
    baseUrl,
    links: linksOf(baseUrl, repository.id),
    defaultBranch: await repository.defaultBranch(),
  });
}

/** `GET /repos/{owner}/{name}` with its branches, commits and archives. */
export function repositoryRoutes(store: RepositoryStore) {
  const router = Router();

  router.get('/repos/:owner/:name', async (req, res) => {
    const repository = await repositoryOf(store, req);
    res.json(await shapeOf(repository, baseUrlOf(req)));
  });

  router.get('/repos/:owner/:name/branches/:branch(*)', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const name = req.params.branch;
    const commit = await commitOf(
      repository,
      (await repository.branches()).includes(name) ? name : '',
      'Branch not found',
    );
    const [tip] = await repository.log(commit, { count: 1 });
    const links = linksOf(baseUrlOf(req), repository.id);
    res.json({ name, commit: commitShape(tip, links), protected: false });
  });

  router.get('/repos/:owner/:name/commits/:ref(*)/status', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const sha = await commitOf(repository, req.params.ref);
    const links = linksOf(baseUrlOf(req), repository.id);
    res.json({
      state: 'pending',
      statuses: [],
      total_count: 0,
      sha,
      repository: await shapeOf(repository, baseUrlOf(req)),
      commit_url: links.commit(sha),
      url: `${links.commit(sha)}/status`,
    });
  });

  router.get('/repos/:owner/:name/commits/:ref(*)', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const sha = await repository.findCommit(req.params.ref);
    if (!sha) {
      const message = `No commit found for SHA: ${req.params.ref}`;
      res.status(422).json({ message, status: '422' });
      return;
    }
    const [commit] = await repository.log(sha, { count: 1 });
    res.json(commitShape(commit, linksOf(baseUrlOf(req), repository.id)));
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
