import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { z } from 'zod';
import { isRepositoryId } from '../git/names';
import { RepositoryStore } from '../git/RepositoryStore';
import { Refusal } from '../http/errors';
import { baseUrlOf, bodyOf } from '../http/requests';
import { ownerShape } from './shapes';
import { repositoryFields, applyFields, sendRepository } from './settings';

const newRepositorySchema = repositoryFields.extend({
  name: z.string().refine(name => isRepositoryId({ owner: 'any', name }), {
    message: 'letters, digits, dots, dashes and underscores only',
  }),
});

/** `/orgs/{org}` and `/users/{user}`: everybody who owns something is an organisation. */
export function ownerRoutes(store: RepositoryStore) {
  const router = Router();

  const needOwner = async (login: string) => {
    if (!(await store.owners()).includes(login)) {
      throw new NotFoundError('Not Found');
    }
  };

  for (const path of ['/orgs/:owner', '/users/:owner']) {
    router.get(path, async (req, res) => {
      const login = req.params.owner;
      await needOwner(login);
      res.json(ownerShape(login, baseUrlOf(req)));
    });
  }

  router.post('/orgs/:owner/repos', async (req, res) => {
    const { owner } = req.params;
    await needOwner(owner);
    const { name, ...fields } = bodyOf(req, newRepositorySchema);
    const repository = await store.create({ owner, name });
    if (!repository) {
      throw new Refusal(422, 'Repository creation failed.', [
        {
          resource: 'Repository',
          field: 'name',
          code: 'custom',
          message: 'name already exists on this account',
        },
      ]);
    }
    repository.state.change(({ settings }) => applyFields(settings, fields));
    await sendRepository(res.status(201), repository);
  });
  return router;
}
