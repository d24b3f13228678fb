import { createHash } from 'node:crypto';
import { Commit } from '../git/commits';
import { RepositoryId } from '../git/names';
import { Settings, Status } from '../state/model';
import { TreeEntry } from '../git/trees';
import { Links } from './links';

/** A number that stays the same for a repository, as GitHub's ids do. */
function numberOf({ owner, name }: RepositoryId): number {
  const digest = createHash('sha256').update(`${owner}/${name}`).digest();
  return digest.readUInt32BE(0);
}

/** Who owns repositories, or has said something. */
export function ownerShape(login: string, baseUrl: string) {
  return {
    login,
    type: 'Organization',
    url: `${baseUrl}/api/v3/users/${login}`,
    html_url: `${baseUrl}/${login}`,
  };
}

/** A repository in the form of GitHub's REST API; templates as GitHub writes them. */
export function repositoryShape(
  id: RepositoryId,
  options: {
    links: Links;
    baseUrl: string;
    defaultBranch: string;
    settings: Settings;
  },
) {
  const { links, baseUrl, defaultBranch, settings } = options;
  return {
    id: numberOf(id),
    name: id.name,
    full_name: `${id.owner}/${id.name}`,
    description: settings.description ?? null,
    homepage: settings.homepage ?? null,
    topics: settings.topics,
    private: settings.private,
    visibility: settings.private ? 'private' : 'public',
    owner: ownerShape(id.owner, baseUrl),
    html_url: links.html,
    url: links.api,
    clone_url: links.clone,
    default_branch: defaultBranch,
    fork: false,
    archived: false,
    // Whoever can reach the forge may do all that it can do.
    permissions: { admin: true, push: true, pull: true },
    allow_merge_commit: settings.allowMergeCommit,
    allow_squash_merge: settings.allowSquashMerge,
    allow_rebase_merge: false,
    delete_branch_on_merge: false,
    archive_url: `${links.api}/{archive_format}{/ref}`,
    branches_url: `${links.api}/branches{/branch}`,
    blobs_url: `${links.api}/git/blobs{/sha}`,
    commits_url: `${links.api}/commits{/sha}`,
    contents_url: `${links.api}/contents/{+path}`,
    trees_url: `${links.api}/git/trees{/sha}`,
  };
}

export function commitShape(commit: Commit, links: Links) {
  return {
    sha: commit.sha,
    url: links.commit(commit.sha),
    html_url: links.treePage(commit.sha),
    commit: {
      message: commit.message,
      author: commit.author,
      committer: commit.committer,
      tree: { sha: commit.tree, url: links.tree(commit.tree) },
    },
    parents: commit.parents.map(sha => ({ sha, url: links.commit(sha) })),
  };
}

/** What a check has said about a commit. */
export function statusShape(
  status: Status,
  { links, sha }: { links: Links; sha: string },
) {
  return {
    id: status.id,
    url: links.status(sha),
    state: status.state,
    context: status.context,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    created_at: status.createdAt,
    updated_at: status.createdAt,
    creator: { login: status.creator, type: 'User' },
  };
}

function typeOf(entry: TreeEntry) {
  if (entry.mode === '120000') {
    return 'symlink';
  }
  return { blob: 'file', tree: 'dir', commit: 'submodule' }[entry.type];
}

/** A file or folder as the contents API lists it. */
export function contentShape(
  entry: TreeEntry,
  options: { links: Links; ref: string },
) {
  const { links, ref } = options;
  const { path, sha } = entry;
  const isFile = entry.type === 'blob';
  const gitUrl = isFile ? links.blob(sha) : links.tree(sha);
  const page = isFile ? links.blobPage(ref, path) : links.treePage(ref, path);
  return {
    type: typeOf(entry),
    name: path.split('/').at(-1) ?? '',
    path,
    sha,
    size: entry.size ?? 0,
    url: links.contents(ref, path),
    git_url: gitUrl,
    html_url: page,
    download_url: isFile ? links.raw(ref, path) : null,
    _links: { self: links.contents(ref, path), git: gitUrl, html: page },
  };
}

/** Base64 in lines of 60 characters, as GitHub sends it. */
export function base64Lines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
}
