import { Request } from 'express';
import { NotFoundError } from '@backstage/errors';
import { Repository } from '../git/Repository';
import { RepositoryStore } from '../git/RepositoryStore';

/** The forge's address as the caller knows it; the guard has checked the host. */
export function baseUrlOf(req: Request): string {
  return `http://${req.get('host')}`;
}

/**
 * The repository that an address names.
 *
 * @throws NotFoundError
 */
export async function repositoryOf(
  store: RepositoryStore,
  { params }: Request,
): Promise<Repository> {
  const { owner, name } = params;
  const found = await store.find({ owner, name: name.replace(/\.git$/, '') });
  if (!found) {
    throw new NotFoundError('Not Found');
  }
  return found;
}

/**
 * The commit that a ref stands for.
 *
 * @throws NotFoundError
 */
export async function commitOf(
  repository: Repository,
  ref: string,
  message = 'Not Found',
): Promise<string> {
  const commit = await repository.findCommit(ref);
  if (!commit) {
    throw new NotFoundError(message);
  }
  return commit;
}
