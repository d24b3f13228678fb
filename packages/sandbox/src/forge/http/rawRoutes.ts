import { Request, Response } from 'express';
import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { RepositoryStore } from '../git/RepositoryStore';
import { sendFile, setFileHeaders } from './files';
import { commitOf, repositoryOf } from './requests';

export const RAW_PATHS = ['/raw', '/:owner/:name/raw'];

/**
 * The bytes of files, as GitHub serves them under its raw address. Never as
 * anything that a browser would run.
 */
export function rawRoutes(store: RepositoryStore) {
  const router = Router();

  const send = async (req: Request, res: Response) => {
    const repository = await repositoryOf(store, req);
    const { ref, path } = await repository.splitRef(req.params.rest);
    const commit = await commitOf(repository, ref);
    const entry = await repository.entry(commit, path);
    if (entry.type !== 'blob') {
      throw new NotFoundError('Not Found');
    }
    await setFileHeaders(res, repository, { commit, entry });
    const contentType = 'text/plain; charset=utf-8';
    await sendFile(res, repository, { entry, contentType });
  };
  router.get('/raw/:owner/:name/:rest(*)', send);
  router.get('/:owner/:name/raw/:rest(*)', send);
  return router;
}
