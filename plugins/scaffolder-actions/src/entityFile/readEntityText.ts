import { readFile } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/**
 * The text of a file of the workspace, and its place on the disk.
 *
 * @param input - by which input of the action the file is named
 * @throws InputError where it is outside of the workspace, or can't be read
 */
export async function readEntityText(
  workspacePath: string,
  path: string,
  input: string,
): Promise<{ place: string; text: string }> {
  const place = placeOf(workspacePath, path);
  try {
    return { place, text: await readFile(place, 'utf8') };
  } catch (error) {
    throw new InputError(
      `The file '${path}' can't be read; write it in a step before, or name it with '${input}'`,
      error,
    );
  }
}

function placeOf(workspacePath: string, path: string): string {
  try {
    return resolveSafeChildPath(workspacePath, path);
  } catch (error) {
    throw new InputError(
      `The path '${path}' leads out of the workspace`,
      error,
    );
  }
}
