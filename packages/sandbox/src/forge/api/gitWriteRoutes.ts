import Router from 'express-promise-router';
import { z } from 'zod';
import { repositoryPath } from '../git/names';
import { Repository } from '../git/Repository';
import { RepositoryStore } from '../git/RepositoryStore';
import { SANDBOX, writeBlob, writeCommit, writeTree } from '../git/write';
import { Refusal } from '../http/errors';
import { baseUrlOf, bodyOf, callerOf, repositoryOf } from '../http/requests';
import { linksOf } from './links';
import { commitShape } from './shapes';

const GIT = '/repos/:owner/:name/git';
const sha = z.string().regex(/^[0-9a-f]{40}$/);

const blobSchema = z.object({
  content: z.string(),
  encoding: z.enum(['utf-8', 'base64']).default('utf-8'),
});

const treeSchema = z.object({
  base_tree: sha.nullish(),
  tree: z
    .array(
      z.object({
        path: z
          .string()
          .refine(path => path !== '' && repositoryPath(path) === path, {
            message: 'tree.path contains a malformed path component',
          }),
        mode: z.enum(['100644', '100755', '120000']),
        sha: sha.nullish(),
        content: z.string().optional(),
      }),
    )
    .min(1)
    .max(10_000),
});

const words = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u);
const writerSchema = z.object({
  name: words,
  email: words,
  date: z.iso.datetime({ offset: true }).optional(),
});

const commitSchema = z.object({
  message: z
    .string()
    .min(1)
    .max(65_536)
    .regex(/^[^\0]+$/),
  tree: sha,
  parents: z.array(sha).max(8).default([]),
  author: writerSchema.nullish(),
  committer: writerSchema.nullish(),
});

async function needObjects(
  repository: Repository,
  type: 'blob' | 'tree' | 'commit',
  names: string[],
) {
  const found = await repository.lookUp(names);
  const missing = names.find((_, index) => found[index]?.type !== type);
  if (missing) {
    throw new Refusal(422, `${missing} is not a ${type}`);
  }
}

/** `POST /repos/{owner}/{name}/git/…`: blobs, trees and commits that no branch has yet. */
export function gitWriteRoutes(store: RepositoryStore) {
  const router = Router();

  router.post(`${GIT}/blobs`, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const { content, encoding } = bodyOf(req, blobSchema);
    const bytes = Buffer.from(
      content,
      encoding === 'base64' ? encoding : 'utf8',
    );
    const written = await writeBlob(repository, bytes);
    const url = linksOf(baseUrlOf(req), repository.id).blob(written);
    res.status(201).json({ sha: written, url });
  });

  router.post(`${GIT}/trees`, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const { base_tree: base, tree } = bodyOf(req, treeSchema);
    const blobs = tree.flatMap(entry => (entry.sha ? [entry.sha] : []));
    if (blobs.length > 0) {
      await needObjects(repository, 'blob', blobs);
    }
    if (base && !(await repository.findTree(base))) {
      throw new Refusal(422, 'base_tree is not a valid tree oid');
    }
    const entries = [];
    for (const { path, mode, sha: known, content } of tree) {
      const blob =
        content === undefined
          ? known ?? undefined
          : await writeBlob(repository, Buffer.from(content));
      entries.push({ path, mode, sha: blob });
    }
    const written = await writeTree(repository, {
      base: base ?? undefined,
      entries,
    });
    const url = linksOf(baseUrlOf(req), repository.id).tree(written);
    const listed = await repository.entries(written);
    res.status(201).json({ sha: written, url, tree: listed });
  });

  router.post(`${GIT}/commits`, async (req, res) => {
    const repository = await repositoryOf(store, req);
    const { message, tree, parents, ...by } = bodyOf(req, commitSchema);
    await needObjects(repository, 'tree', [tree]);
    if (parents.length > 0) {
      await needObjects(repository, 'commit', parents);
    }
    const author = by.author ?? { ...SANDBOX, name: callerOf(req) };
    const written = await writeCommit(repository, {
      ...{ message, tree, parents, author },
      committer: by.committer ?? undefined,
    });
    const [commit] = await repository.log(written, { count: 1 });
    const links = linksOf(baseUrlOf(req), repository.id);
    const { commit: inner, ...outer } = commitShape(commit, links);
    res.status(201).json({ ...outer, ...inner });
  });
  return router;
}
