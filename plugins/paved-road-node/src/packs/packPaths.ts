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
