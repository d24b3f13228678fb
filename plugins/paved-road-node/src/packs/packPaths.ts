import { InputError } from '@backstage/errors';

/** The manifest of a pack, at its root. */
export const MANIFEST = 'pack.yaml';

const guardFile = /\.guard$/;
const rationaleFile = /\.md$/;
const testsFile = /(?:^|\/)tests\/[^/]+\.(?:ya?ml|json)$/;

/** True for a directory whose files are no part of a pack. */
export function isForeignDirectory(name: string): boolean {
  return /^\.[^.]/.test(name) || name === 'node_modules';
}

/**
 * True for the files that are read; the others are none of a pack's business.
 *
 * @public
 */
export function isPackFile(path: string): boolean {
  return (
    !path.split('/').slice(0, -1).some(isForeignDirectory) &&
    (path === MANIFEST ||
      isGuardFile(path) ||
      isRationaleFile(path) ||
      isTestsFile(path))
  );
}

export function isGuardFile(path: string): boolean {
  return guardFile.test(path);
}

export function isRationaleFile(path: string): boolean {
  return rationaleFile.test(path);
}

export function isTestsFile(path: string): boolean {
  return testsFile.test(path);
}

/** `storage/bucket.md` of `storage/bucket.guard`. */
export function rationalePathOf(guardPath: string): string {
  return guardPath.replace(guardFile, '.md');
}

/** `storage/bucket.guard` of `storage/bucket.md`. */
export function guardPathOfRationale(rationalePath: string): string {
  return rationalePath.replace(rationaleFile, '.guard');
}

/** `storage/bucket.guard` of `storage/tests/bucket_tests.yml`. */
export function guardPathOfTests(testsPath: string): string | undefined {
  const match = /^(.*\/|)tests\/([^/]+?)[_.]tests\.(?:ya?ml|json)$/.exec(
    testsPath,
  );
  return match ? `${match[1]}${match[2]}.guard` : undefined;
}

/**
 * Paths become links and places on screen; one that leads elsewhere is no path
 * of a pack.
 *
 * @throws InputError for such a path.
 */
export function requireSafePath(path: string): string {
  const parts = path.split('/');
  // eslint-disable-next-line no-control-regex -- these are what is refused
  if (parts.some(part => /^\.{0,2}$|[\u0000-\u001f\u007f\\]/.test(part))) {
    throw new InputError(
      `A pack can't hold a file at ${JSON.stringify(
        path,
      )}: paths are relative to it, with forward slashes`,
    );
  }
  return path;
}
