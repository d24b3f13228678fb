import { Request } from 'express';
import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { baseUrlOf, bodyOf, commitOf, repositoryOf } from '../http/requests';
import { RepositoryStore } from '../git/RepositoryStore';
import { protectionOf, State } from '../state/model';
import { linksOf } from './links';
import {
  protectionSchema,
  protectionShape,
  readProtection,
} from './protection';
import { commitShape } from './shapes';

const BRANCHES = '/repos/:owner/:name/branches';

const without = ({ protections }: State, branch: string) =>
  protections.filter(known => known.branch !== branch);

/** A repository's branches, and what protects them. */
export function branchRoutes(store: RepositoryStore) {
  const router = Router();

  const branchOf = async (req: Request) => {
    const repository = await repositoryOf(store, req);
    const { branch } = req.params;
    const known = (await repository.branches()).includes(branch);
    const commit = await commitOf(
      repository,
      known ? branch : '',
      'Branch not found',
    );
    const links = linksOf(baseUrlOf(req), repository.id);
    return { repository, branch, commit, links };
  };

  router.get(BRANCHES, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const links = linksOf(baseUrlOf(req), repository.id);
    const state = repository.state.read();
    const names = await repository.branches();
    const tips = await Promise.all(names.map(name => repository.tipOf(name)));
    res.json(
      names.map((name, index) => ({
        name,
        commit: { sha: tips[index], url: links.commit(tips[index] ?? '') },
        protected: protectionOf(state, name) !== undefined,
      })),
    );
  });

  router.get(`${BRANCHES}/:branch(*)/protection`, async (req, res) => {
    const { repository, branch, links } = await branchOf(req);
    const protection = protectionOf(repository.state.read(), branch);
    if (!protection) {
      throw new NotFoundError('Branch not protected');
    }
    res.json(protectionShape(protection, links));
  });

  router.put(`${BRANCHES}/:branch(*)/protection`, async (req, res) => {
    const { repository, branch, links } = await branchOf(req);
    const given = readProtection(branch, bodyOf(req, protectionSchema));
    repository.state.change(state => {
      state.protections = [...without(state, branch), given];
    });
    res.json(protectionShape(given, links));
  });

  router.delete(`${BRANCHES}/:branch(*)/protection`, async (req, res) => {
    const { repository, branch } = await branchOf(req);
    repository.state.change(state => {
      if (!protectionOf(state, branch)) {
        throw new NotFoundError('Branch not protected');
      }
      state.protections = without(state, branch);
    });
    res.status(204).end();
  });

  router.get(`${BRANCHES}/:branch(*)`, async (req, res) => {
    const { repository, branch, commit, links } = await branchOf(req);
    const protection = protectionOf(repository.state.read(), branch);
    const [tip] = await repository.log(commit, { count: 1 });
    res.json({
      name: branch,
      commit: commitShape(tip, links),
      protected: protection !== undefined,
      protection_url: `${links.branch(branch)}/protection`,
    });
  });
  return router;
}
