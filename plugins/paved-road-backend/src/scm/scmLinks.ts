import { ScmIntegrationRegistry } from '@backstage/integration';

/** Where a file is read, and where a change to it is proposed. */
export interface FileLinks {
  viewUrl?: string;
  editUrl?: string;
}

/**
 * The links of a file of a tree at a host that Backstage integrates with; none
 * for another host, nor for a path that leads out of the tree.
 *
 * @param tree - address of the tree, such as `https://github.com/acme/policies/tree/main/policies`
 * @param path - of the file in the tree, with forward slashes
 * @param line - 1-based
 */
export function scmLinks(
  integrations: ScmIntegrationRegistry,
  tree: string,
  path: string,
  line: number | undefined,
): FileLinks {
  const segments = path.split('/');
  if (!integrations.byUrl(tree) || segments.includes('..')) {
    return {};
  }
  const url = `./${segments.map(encodeURIComponent).join('/')}`;
  const base = withTrailingSlash(tree);
  return {
    viewUrl: integrations.resolveUrl({ url, base, lineNumber: line }),
    editUrl: integrations.resolveEditUrl(
      integrations.resolveUrl({ url, base }),
    ),
  };
}

/** Else the tree's last folder would count as a file beside the one looked for. */
function withTrailingSlash(tree: string): string {
  const url = new URL(tree);
  if (!url.pathname.endsWith('/')) {
    url.pathname += '/';
  }
  return url.toString();
}
