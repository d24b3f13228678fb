import { Request, Response } from 'express';
import Router from 'express-promise-router';
import { NotFoundError } from '@backstage/errors';
import { linksOf } from '../api/links';
import { changedFiles, patchOf } from '../git/compare';
import { Repository } from '../git/Repository';
import { RepositoryStore } from '../git/RepositoryStore';
import { TreeEntry } from '../git/trees';
import { baseUrlOf, commitOf, numberOf, repositoryOf } from '../http/requests';
import { limits } from '../limits';
import { comparePull } from '../pulls/comparePull';
import { heldBy } from '../pulls/mergePull';
import { protectionOf } from '../state/model';
import { blobPage } from './blobPage';
import { branchSettingsPage } from './branchSettingsPage';
import { decodeText } from './decodeText';
import { editPage } from './editPage';
import { emptyPage } from './emptyPage';
import { pullPage } from './pullPage';
import { repositoriesPage } from './repositoriesPage';
import { styles } from './styles';
import { treePage } from './treePage';

async function textOf(repository: Repository, entry: TreeEntry) {
  return (entry.size ?? 0) <= limits.pageBytes
    ? decodeText(await repository.readBlob(entry.sha))
    : undefined;
}

async function sendTree(
  res: Response,
  repository: Repository,
  at: { commit: string; ref: string; entry: TreeEntry; hasRuns: boolean },
) {
  const { commit, ref, entry, hasRuns } = at;
  const entries = await repository.entries(entry.sha);
  const readme = entries.find(
    ({ type, path }) => type === 'blob' && /^readme(\.md|\.txt)?$/i.test(path),
  );
  res.type('html').send(
    treePage(repository.id, {
      links: linksOf(baseUrlOf(res.req), repository.id),
      ref,
      path: entry.path,
      branches: await repository.branches(),
      entries,
      commits: await repository.log(commit, { path: entry.path, count: 10 }),
      readme: readme && (await textOf(repository, readme)),
      state: repository.state.read(),
      hasRuns,
    }),
  );
}

async function sendBlob(
  res: Response,
  repository: Repository,
  at: { commit: string; ref: string; entry: TreeEntry },
) {
  const { commit, ref, entry } = at;
  const [newest] = await repository.log(commit, {
    path: entry.path,
    count: 1,
  });
  res.type('html').send(
    blobPage(repository.id, {
      links: linksOf(baseUrlOf(res.req), repository.id),
      ref,
      path: entry.path,
      entry,
      newest,
      text: await textOf(repository, entry),
    }),
  );
}

async function sendPull(
  res: Response,
  repository: Repository,
  number: number | undefined,
) {
  const state = repository.state.read();
  const pull = state.pulls.find(known => known.number === number);
  if (!pull) {
    throw new NotFoundError('Not Found');
  }
  const tips = await comparePull(repository, pull);
  const { commonSha, headSha } = tips;
  res.type('html').send(
    pullPage(repository.id, {
      links: linksOf(baseUrlOf(res.req), repository.id),
      pull,
      protection: protectionOf(state, pull.base),
      statuses: state.statuses[headSha] ?? [],
      held: await heldBy(repository, pull, tips),
      files: await changedFiles(repository, commonSha, headSha),
      patch: await patchOf(repository, commonSha, headSha),
    }),
  );
}

/** What `/owner/name/<blob|tree|edit>/<ref>/<path>` names. */
async function locate(store: RepositoryStore, req: Request) {
  const repository = await repositoryOf(store, req);
  const { ref, path } = await repository.splitRef(req.params.rest);
  const commit = await commitOf(repository, ref);
  const entry = await repository.entry(commit, path);
  const links = linksOf(baseUrlOf(req), repository.id);
  return { repository, links, ref, commit, entry };
}

/** The forge as people see it. */
export function pageRoutes(store: RepositoryStore, hasRuns = false) {
  const router = Router();

  router.get('/_sandbox/forge.css', (_req, res) => {
    res.type('css').send(styles);
  });

  router.get('/', async (req, res) => {
    const repositories = [];
    for (const repository of await store.list()) {
      const head = await repository.findCommit('HEAD');
      const [newest] = head ? await repository.log(head, { count: 1 }) : [];
      repositories.push({ id: repository.id, newest });
    }
    res.type('html').send(repositoriesPage(baseUrlOf(req), repositories));
  });

  router.get('/:owner/:name', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const ref = await repository.defaultBranch();
    const commit = await repository.findCommit(ref);
    if (!commit) {
      const links = linksOf(baseUrlOf(req), repository.id);
      const page = emptyPage(repository.id, { links, branch: ref });
      res.type('html').send(page);
      return;
    }
    const entry = await repository.entry(commit, '');
    await sendTree(res, repository, { commit, ref, entry, hasRuns });
  });

  router.get('/:owner/:name/tree/:rest(*)', async (req, res) => {
    const { repository, links, ...at } = await locate(store, req);
    if (at.entry.type === 'blob') {
      res.redirect(links.blobPage(at.ref, at.entry.path));
      return;
    }
    await sendTree(res, repository, { ...at, hasRuns });
  });

  router.get('/:owner/:name/blob/:rest(*)', async (req, res) => {
    const { repository, links, ...at } = await locate(store, req);
    if (at.entry.type !== 'blob') {
      res.redirect(links.treePage(at.ref, at.entry.path));
      return;
    }
    await sendBlob(res, repository, at);
  });

  router.get('/:owner/:name/edit/:rest(*)', async (req, res) => {
    const { repository, links, ref, entry } = await locate(store, req);
    const { path } = entry;
    const held = protectionOf(repository.state.read(), ref) !== undefined;
    const page = editPage(repository.id, { links, ref, path, held });
    res.type('html').send(page);
  });

  router.get('/:owner/:name/pull/:number', async (req, res) => {
    const repository = await repositoryOf(store, req);
    await sendPull(res, repository, numberOf(req.params.number));
  });

  router.get('/:owner/:name/settings/branches', async (req, res) => {
    const repository = await repositoryOf(store, req);
    const links = linksOf(baseUrlOf(req), repository.id);
    const branch = await repository.defaultBranch();
    const state = repository.state.read();
    const page = branchSettingsPage(repository.id, { links, branch, state });
    res.type('html').send(page);
  });

  router.use(() => {
    throw new NotFoundError('Not Found');
  });
  return router;
}
