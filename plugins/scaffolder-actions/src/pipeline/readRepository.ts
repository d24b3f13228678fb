import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import { parseRepoUrl } from '@backstage/plugin-scaffolder-node';

/** A repository of GitHub, or of a host that speaks as it does. */
export interface Repository {
  host: string;
  owner: string;
  name: string;
}

/**
 * The repository that a RepoUrlPicker means.
 *
 * @throws InputError where it is none of GitHub's, or its name can't be one
 */
export function readRepository(
  repoUrl: string,
  integrations: ScmIntegrationRegistry,
): Repository {
  const { host, owner = '', repo: name } = parseRepoUrl(repoUrl, integrations);
  if (integrations.byHost(host)?.type !== 'github') {
    throw new InputError(
      `The host ${host} is none of GitHub's; the platform's pipeline is wired by branch protection and code owners as GitHub has them`,
    );
  }
  const isOwner = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(owner);
  const isName = /^[A-Za-z0-9._-]{1,100}$/.test(name) && !/^\.+$/.test(name);
  if (!isOwner || !isName) {
    throw new InputError(
      `The 'repoUrl' names no repository; write it as '${host}?owner=<owner>&repo=<repository>'`,
    );
  }
  return { host, owner, name };
}
