import Router from 'express-promise-router';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { limits } from '../limits';
import { sendFile } from '../http/files';
import { baseUrlOf, repositoryOf } from '../http/requests';
import { RepositoryStore } from '../git/RepositoryStore';
import { wantsRaw } from './contentRoutes';
import { linksOf } from './links';
import { base64Lines } from './shapes';

/** `GET /repos/{owner}/{name}/git/…`: trees and blobs by their SHA. */
export function gitDataRoutes(store: RepositoryStore) {
  const router = Router();

  router.get('/repos/:owner/:name/git/trees/:sha(*)', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const sha = await repository.findTree(req.params.sha);
    if (!sha) {
      throw new NotFoundError('Not Found');
    }
    const links = linksOf(baseUrlOf(req), repository.id);
    // Any value asks for it, even "0", as on GitHub.
    const recursive = req.query.recursive !== undefined;
    const entries = await repository.entries(sha, { recursive });
    res.json({
      sha,
      url: links.tree(sha),
      tree: entries.slice(0, limits.treeEntries).map(entry => ({
        ...entry,
        ...(entry.type === 'blob' && { url: links.blob(entry.sha) }),
        ...(entry.type === 'tree' && { url: links.tree(entry.sha) }),
      })),
      truncated: entries.length > limits.treeEntries,
    });
  });

  router.get('/repos/:owner/:name/git/blobs/:sha', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const { sha } = req.params;
    const size = await repository.blobSize(sha);
    if (size === undefined) {
      throw new NotFoundError('Not Found');
    }
    res.set('ETag', `"${sha}"`);
    if (wantsRaw(req)) {
      const contentType = 'application/vnd.github.v3.raw; charset=utf-8';
      const entry = {
        mode: '100644',
        type: 'blob',
        sha,
        size,
        path: '',
      } as const;
      await sendFile(res, repository, { entry, contentType });
      return;
    }
    if (size > limits.outputBytes) {
      throw new NotAllowedError('This blob is too large to be sent as JSON');
    }
    const content = base64Lines(await repository.readBlob(sha));
    const url = linksOf(baseUrlOf(req), repository.id).blob(sha);
    res.json({ sha, size, url, encoding: 'base64', content });
  });
  return router;
}
