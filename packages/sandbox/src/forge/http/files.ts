import { Response } from 'express';
import { NotAllowedError } from '@backstage/errors';
import { limits } from '../limits';
import { Repository } from '../git/Repository';
import { TreeEntry } from '../git/trees';

/** Says which version of a file is sent, so that a caller can ask for changes only. */
export async function setFileHeaders(
  res: Response,
  repository: Repository,
  file: { commit: string; entry: TreeEntry },
): Promise<void> {
  res.set('ETag', `"${file.entry.sha}"`);
  res.set('Cache-Control', 'private, max-age=0, must-revalidate');
  const [changed] = await repository.log(file.commit, {
    path: file.entry.path,
    count: 1,
  });
  if (changed) {
    res.set('Last-Modified', new Date(changed.committer.date).toUTCString());
  }
}

/** Sends the bytes of a blob, or 304 where the caller has them. */
export async function sendFile(
  res: Response,
  repository: Repository,
  options: { entry: TreeEntry; contentType: string },
): Promise<void> {
  const { entry, contentType } = options;
  if ((entry.size ?? 0) > limits.fileBytes) {
    throw new NotAllowedError('This file is too large to be sent');
  }
  if (res.req.fresh) {
    res.status(304).end();
    return;
  }
  res.set('Content-Type', contentType);
  res.set('Content-Length', String(entry.size ?? 0));
  if (res.req.method === 'HEAD') {
    res.end();
    return;
  }
  await repository.sendBlob(entry.sha, res);
}
