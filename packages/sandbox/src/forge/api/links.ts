import { RepositoryId } from '../git/names';

export const encodePath = (path: string) =>
  path.split('/').map(encodeURIComponent).join('/');

/** The addresses of one repository, in the API and for people. */
export function linksOf(baseUrl: string, { owner, name }: RepositoryId) {
  const html = `${baseUrl}/${owner}/${name}`;
  const api = `${baseUrl}/api/v3/repos/${owner}/${name}`;
  return {
    html,
    api,
    clone: `${html}.git`,
    branchSettings: `${html}/settings/branches`,
    blobPage: (ref: string, path: string) =>
      `${html}/blob/${encodePath(ref)}/${encodePath(path)}`,
    editPage: (ref: string, path: string) =>
      `${html}/edit/${encodePath(ref)}/${encodePath(path)}`,
    treePage: (ref: string, path = '') =>
      `${html}/tree/${encodePath(path === '' ? ref : `${ref}/${path}`)}`,
    raw: (ref: string, path: string) =>
      `${baseUrl}/raw/${owner}/${name}/${encodePath(ref)}/${encodePath(path)}`,
    contents: (ref: string, path: string) =>
      `${api}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`,
    pullPage: (number: number) => `${html}/pull/${number}`,
    pull: (number: number) => `${api}/pulls/${number}`,
    branch: (branch: string) => `${api}/branches/${encodePath(branch)}`,
    ref: (branch: string) => `${api}/git/refs/heads/${encodePath(branch)}`,
    status: (sha: string) => `${api}/statuses/${sha}`,
    commit: (sha: string) => `${api}/commits/${sha}`,
    tree: (sha: string) => `${api}/git/trees/${sha}`,
    blob: (sha: string) => `${api}/git/blobs/${sha}`,
  };
}

export type Links = ReturnType<typeof linksOf>;
