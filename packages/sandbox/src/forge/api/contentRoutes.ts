import { Request, Response } from 'express';
import Router from 'express-promise-router';
import { limits } from '../limits';
import { sendFile, setFileHeaders } from '../http/files';
import { baseUrlOf, commitOf, repositoryOf } from '../http/requests';
import { RepositoryStore } from '../git/RepositoryStore';
import { linksOf } from './links';
import { base64Lines, contentShape } from './shapes';

const RAW = 'application/vnd.github.v3.raw';

/** Whether the caller asks for bytes instead of JSON, in any of GitHub's spellings. */
export function wantsRaw(req: Request): boolean {
  return /application\/vnd\.github\.(v3\.)?raw\b/.test(req.get('accept') ?? '');
}

/** `GET /repos/{owner}/{name}/contents/{path}`: one file or one folder's list. */
export function contentRoutes(store: RepositoryStore) {
  const router = Router();

  const send = async (req: Request, res: Response) => {
    const repository = await repositoryOf(store, req);
    const given = typeof req.query.ref === 'string' ? req.query.ref : '';
    const ref = given === '' ? await repository.defaultBranch() : given;
    const commit = await commitOf(
      repository,
      ref,
      `No commit found for the ref ${ref}`,
    );
    const entry = await repository.entry(commit, req.params.path ?? '');
    const options = { links: linksOf(baseUrlOf(req), repository.id), ref };

    if (entry.type === 'tree') {
      const below = entry.path === '' ? '' : `${entry.path}/`;
      const entries = await repository.entries(entry.sha);
      res.json(
        entries.map(child =>
          contentShape({ ...child, path: below + child.path }, options),
        ),
      );
      return;
    }
    if (entry.type === 'commit') {
      res.json(contentShape(entry, options));
      return;
    }
    await setFileHeaders(res, repository, { commit, entry });
    if (wantsRaw(req)) {
      const contentType = `${RAW}; charset=utf-8`;
      await sendFile(res, repository, { entry, contentType });
      return;
    }
    const inline = (entry.size ?? 0) <= limits.inlineBytes;
    res.json({
      ...contentShape(entry, options),
      encoding: inline ? 'base64' : 'none',
      content: inline ? base64Lines(await repository.readBlob(entry.sha)) : '',
    });
  };
  router.get('/repos/:owner/:name/contents', send);
  router.get('/repos/:owner/:name/contents/:path(*)', send);
  return router;
}
