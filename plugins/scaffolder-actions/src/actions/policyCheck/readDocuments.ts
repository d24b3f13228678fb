import { readFile, stat } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { findDocuments } from './findDocuments';

/** As many as the portal checks at once. */
const MOST_DOCUMENTS = 100;
/** As large as the portal takes a request, unless it is configured otherwise. */
const MOST_BYTES = 20 * 1024 * 1024;

/** As the portal is asked to check it. */
export interface WorkspaceDocument {
  path: string;
  content: string;
}

/**
 * Reads the documents of a workspace that the patterns mean.
 *
 * @throws InputError where there is none, or more than the portal checks
 */
export async function readDocuments(
  workspacePath: string,
  patterns: string[],
): Promise<WorkspaceDocument[]> {
  const paths = await findDocuments(workspacePath, patterns);
  if (paths.length === 0) {
    throw new InputError(
      `No file matches ${patterns
        .map(pattern => `'${pattern}'`)
        .join(
          ', ',
        )}, so nothing is checked; name the documents from the root of the repository, such as 'infra/*.yaml'`,
    );
  }
  if (paths.length > MOST_DOCUMENTS) {
    throw new InputError(
      `The patterns match ${paths.length} documents, more than the ${MOST_DOCUMENTS} that are checked at once; use a step for each part of them`,
    );
  }
  const documents: WorkspaceDocument[] = [];
  let bytes = 0;
  for (const path of paths) {
    const place = resolveSafeChildPath(workspacePath, path);
    bytes += (await stat(place)).size;
    refuseTooMuch(bytes, path);
    documents.push({ path, content: decode(path, await readFile(place)) });
  }
  refuseTooMuch(Buffer.byteLength(JSON.stringify(documents)));
  return documents;
}

function refuseTooMuch(bytes: number, path?: string): void {
  if (bytes > MOST_BYTES) {
    throw new InputError(
      `The documents${
        path ? ` up to '${path}'` : ''
      } have ${bytes} bytes together, more than the ${MOST_BYTES} that are checked at once; use a step for each part of them`,
    );
  }
}

/** Strict, because what is checked has to be what lies in the file. */
function decode(path: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      content,
    );
  } catch (error) {
    throw new InputError(`The document '${path}' isn't UTF-8`, error);
  }
}
