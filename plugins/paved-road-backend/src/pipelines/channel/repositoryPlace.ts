import { ScmIntegrationRegistry } from '@backstage/integration';
import { Look, RepositoryPlace } from './facts';

/**
 * The repository that the catalog has read an entity from. The catalog itself
 * sets `backstage.io/managed-by-location` of what it reads; where an entity says
 * that its source is, or its project, is a claim and counts for nothing.
 *
 * @param location - the annotation, such as `url:https://github.com/acme/ledger/blob/main/catalog-info.yaml`
 */
export function repositoryPlace(
  location: string | undefined,
  integrations: ScmIntegrationRegistry,
): Look<RepositoryPlace> {
  const address = location?.startsWith('url:') ? location.slice(4) : undefined;
  const url = address === undefined ? undefined : parse(address);
  if (!url) {
    return unknown('The catalog has it from no repository.');
  }
  const github = integrations.github.byUrl(url);
  if (!github) {
    return unknown(
      `Only repositories on GitHub are looked at, and ${url.host} is none that integrations.github names.`,
    );
  }
  const [owner, repository] = url.pathname.slice(1).split('/');
  const name = repository?.replace(/\.git$/, '');
  if (!isName(owner) || !isName(name)) {
    return unknown('The catalog has it from an address without a repository.');
  }
  return {
    known: true,
    value: {
      host: github.config.host,
      owner,
      name,
      url: `${url.origin}/${owner}/${name}`,
    },
  };
}

function parse(address: string): URL | undefined {
  try {
    const url = new URL(address.trim());
    return ['http:', 'https:'].includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

function isName(name: string | undefined): boolean {
  return name !== undefined && /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/.test(name);
}

function unknown(problem: string): Look<never> {
  return { known: false, problem };
}
