import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, readdir, realpath } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { InputError } from '@backstage/errors';
import {
  matchDocumentDirectories,
  matchDocuments,
} from '@paved-road/backstage-plugin-paved-road-node';
import { limits } from '../limits';

async function filesBelow(
  root: string,
  mayHold: (directory: string) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  let seen = 0;
  const visit = async (directory: string): Promise<void> => {
    const entries = await readdir(join(root, directory), {
      withFileTypes: true,
    });
    for (const entry of entries) {
      seen += 1;
      if (seen > limits.workspaceFiles) {
        throw new InputError(
          `The workspace holds more than ${limits.workspaceFiles} files`,
        );
      }
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== '.git' && mayHold(path)) {
          await visit(path);
        }
      } else {
        found.push(path);
      }
    }
  };
  await visit('');
  return found.sort();
}

/** The file that a path of the workspace means, unless it lies outside. */
async function fileAt(root: string, path: string): Promise<string> {
  const place = await realpath(join(root, path)).catch(() => undefined);
  const inside = place && relative(root, place);
  if (!inside || inside.split(sep)[0] === '..' || inside === '') {
    throw new InputError(
      `${path} leads out of the workspace, or nowhere, so it is not handed over`,
    );
  }
  if (!(await lstat(place)).isFile()) {
    throw new InputError(`${path} is not a file, so it is not handed over`);
  }
  return place;
}

/**
 * Copies what a build has made, and nothing else of it, to where the platform's
 * steps work: plain files only, of the workspace only.
 *
 * @returns the paths, relative and sorted
 * @throws InputError for what can't be handed over, and where nothing can.
 */
export async function handOver(options: {
  workspace: string;
  patterns: string[];
  to: string;
}): Promise<string[]> {
  const { patterns, to } = options;
  const workspace = await realpath(options.workspace);
  // A pattern that names a folder means all that is in it.
  const all = [
    ...patterns,
    ...patterns.map(pattern => `${pattern.replace(/\/+$/, '')}/**`),
  ];
  const isMeant = matchDocuments(all);
  const files = await filesBelow(workspace, matchDocumentDirectories(all));
  const paths = files.filter(path => isMeant(path));
  if (paths.length === 0) {
    throw new InputError(
      `The build has made nothing that is handed over: ${patterns.join(', ')}`,
    );
  }
  if (paths.length > limits.artefactFiles) {
    throw new InputError(
      `The build hands over ${paths.length} files, more than ${limits.artefactFiles}`,
    );
  }
  let bytes = 0;
  for (const path of paths) {
    const place = await fileAt(workspace, path);
    bytes += (await lstat(place)).size;
    if (bytes > limits.artefactBytes) {
      throw new InputError(
        `The build hands over more than ${limits.artefactBytes} bytes`,
      );
    }
    await mkdir(dirname(join(to, path)), { recursive: true });
    await copyFile(place, join(to, path), constants.COPYFILE_EXCL);
  }
  return paths;
}
