import { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError, NotModifiedError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import {
  loadPackFiles,
  Pack,
  PackProvider,
} from '@paved-road/backstage-plugin-paved-road-node';
import { PackSource } from '../../config';
import { scmLinks } from '../../scm/scmLinks';
import { withLinks } from './packLinks';
import { readPackTree } from './readPackTree';

/** Loads a pack from a repository, and again only once the repository has changed. */
export function urlPackProvider(options: {
  source: Extract<PackSource, { type: 'url' }>;
  urlReader: UrlReaderService;
  integrations: ScmIntegrationRegistry;
}): PackProvider {
  const { source, urlReader, integrations } = options;
  const { target, viewUrl, editUrl } = source;
  let known: { pack: Pack; etag: string } | undefined;

  const load = async (): Promise<Pack> => {
    const tree = await readPackTree(urlReader, target, known?.etag);
    const read = loadPackFiles({
      files: tree.files,
      fallbackId: lastSegment(target),
      viewUrl,
      editUrl,
    });
    const pack = withLinks(
      { ...read, problems: [...tree.problems, ...read.problems] },
      (path, line) => scmLinks(integrations, target, path, line),
    );
    known = { pack, etag: tree.etag };
    return pack;
  };

  return {
    name: target,
    async loadPacks() {
      try {
        return [await load()];
      } catch (error) {
        if (known && isNotModified(error)) {
          return [known.pack];
        }
        throw error;
      }
    },
  };
}

function isNotModified(error: unknown): boolean {
  return isError(error) && error.name === NotModifiedError.name;
}

function lastSegment(url: string): string {
  const { pathname, host } = new URL(url);
  return decodeURIComponent(pathname.split('/').filter(Boolean).at(-1) ?? host);
}
