import { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const MIB = 1024 * 1024;

/** What a pack in a repository may be at most. */
export const packTreeLimits = {
  files: 10_000,
  fileBytes: MIB,
  totalBytes: 64 * MIB,
};

/** A pack's files as they are in a repository. */
export interface PackTree {
  files: { path: string; text: string }[];
  etag: string;
}

/**
 * Reads the files of a pack from a repository.
 *
 * @param etag - of the tree that is known already
 * @throws NotModifiedError where the tree still has the given etag; InputError
 * where a limit is passed, since a pack without some of its files has a gap.
 */
export async function readPackTree(
  urlReader: UrlReaderService,
  url: string,
  etag: string | undefined,
): Promise<PackTree> {
  let tooLarge: string | undefined;
  const tree = await urlReader.readTree(url, {
    etag,
    filter: (path, info) => {
      if (!isPackFile(path)) {
        return false;
      }
      if (info && info.size > packTreeLimits.fileBytes) {
        tooLarge ??= path;
        return false;
      }
      return true;
    },
  });
  const entries = await tree.files();
  if (tooLarge !== undefined) {
    throw fileTooLarge(tooLarge);
  }
  if (entries.length > packTreeLimits.files) {
    throw new InputError(
      `The pack has ${entries.length} files, more than the ${packTreeLimits.files} that are read`,
    );
  }
  const files: PackTree['files'] = [];
  let total = 0;
  for (const entry of entries) {
    const content = await entry.content();
    if (content.length > packTreeLimits.fileBytes) {
      throw fileTooLarge(entry.path);
    }
    total += content.length;
    if (total > packTreeLimits.totalBytes) {
      throw new InputError(
        `The pack's files have more than the ${packTreeLimits.totalBytes} bytes that are read`,
      );
    }
    files.push({ path: entry.path, text: content.toString('utf8') });
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, etag: tree.etag };
}

/** Rules, their reasons, their tests and the pack's own description. */
function isPackFile(path: string): boolean {
  return /\.(guard|md|ya?ml|json)$/.test(path);
}

function fileTooLarge(path: string): InputError {
  return new InputError(
    `${path} has more than the ${packTreeLimits.fileBytes} bytes that are read of a pack's file`,
  );
}
