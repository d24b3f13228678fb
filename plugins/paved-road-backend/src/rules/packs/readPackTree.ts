import { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  isPackFile,
  PackFile,
  PackProblem,
} from '@paved-road/backstage-plugin-paved-road-node';

const MIB = 1024 * 1024;
const TIMEOUT_MS = 60_000;

/** What a pack in a repository may be at most. */
export const packTreeLimits = {
  files: 10_000,
  fileBytes: MIB,
  totalBytes: 64 * MIB,
};

/** A pack's files as they are in a repository, and those that can't be read. */
export interface PackTree {
  /** Sorted by path. */
  files: PackFile[];
  problems: PackProblem[];
  etag: string;
}

/**
 * Reads the files of a pack from a repository.
 *
 * @param etag - of the tree that is known already
 * @throws NotModifiedError where the tree still has the given etag; InputError
 * where a rule file is too large, or the tree: rules would be missing without a
 * trace.
 */
export async function readPackTree(
  urlReader: UrlReaderService,
  url: string,
  etag: string | undefined,
): Promise<PackTree> {
  const tooLarge = new Set<string>();
  const fits = (path: string, size: number | undefined) => {
    const fit = size === undefined || size <= packTreeLimits.fileBytes;
    if (!fit) {
      tooLarge.add(path);
    }
    return fit;
  };
  const tree = await urlReader.readTree(url, {
    etag,
    signal: AbortSignal.timeout(TIMEOUT_MS),
    filter: (path, info) => isPackFile(path) && fits(path, info?.size),
  });
  const entries = await tree.files();
  if (entries.length > packTreeLimits.files) {
    throw new InputError(
      `The pack has ${entries.length} files, more than the ${packTreeLimits.files} that are read`,
    );
  }
  const files: PackFile[] = [];
  let total = 0;
  for (const entry of entries) {
    const content = await entry.content();
    total += content.length;
    if (total > packTreeLimits.totalBytes) {
      throw new InputError(
        `The pack's files have more than the ${packTreeLimits.totalBytes} bytes that are read`,
      );
    }
    if (fits(entry.path, content.length)) {
      files.push({ path: entry.path, text: content.toString('utf8') });
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, problems: [...tooLarge].map(refuseLarge), etag: tree.etag };
}

/** Without a rationale a rule still holds; without its file it is gone. */
function refuseLarge(path: string): PackProblem {
  const message = `has more than the ${packTreeLimits.fileBytes} bytes that are read of a file`;
  if (path.endsWith('.guard')) {
    throw new InputError(`The rule file ${path} ${message}`);
  }
  return { path, message };
}
