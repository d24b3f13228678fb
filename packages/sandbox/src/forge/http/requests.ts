import { Request } from 'express';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { Repository } from '../git/Repository';
import { RepositoryStore } from '../git/RepositoryStore';
import { Refusal } from './errors';

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

/**
 * What a request says, in the form that is expected.
 *
 * @throws Refusal that names what is wrong with it.
 */
export function bodyOf<T>(req: Request, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(req.body ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  const wrong = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'body'}: ${message}`,
  );
  throw new Refusal(422, `Invalid request.\n\n${wrong.join('\n')}`);
}

/** A number in an address. */
export function numberOf(given: string): number | undefined {
  return /^[1-9]\d{0,8}$/.test(given) ? Number(given) : undefined;
}

const LOGIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,38}$/;

/**
 * Who the caller says they are: the name before a password. The forge believes
 * it, and a token tells it nothing.
 */
export function callerOf(req: Request): string {
  const [scheme, given] = (req.get('authorization') ?? '').split(' ');
  if (scheme.toLowerCase() !== 'basic' || !given) {
    return 'sandbox';
  }
  const [name] = Buffer.from(given, 'base64').toString('utf8').split(':');
  return LOGIN.test(name) && name !== 'x-access-token' ? name : 'sandbox';
}
