/** The parts that a path inside a pack has by the layout of packs. */
export const MANIFEST = 'pack.yaml';

const guardFile = /\.guard$/;
const rationaleFile = /\.md$/;
const testsFile = /(?:^|\/)tests\/[^/]+\.(?:ya?ml|json)$/;

export function isGuardFile(path: string): boolean {
  return guardFile.test(path);
}

/** True for every file of a pack that is read; the rest is none of its business. */
export function isPackFile(path: string): boolean {
  return (
    path === MANIFEST ||
    isGuardFile(path) ||
    rationaleFile.test(path) ||
    isTestsFile(path)
  );
}

export function isTestsFile(path: string): boolean {
  return testsFile.test(path);
}

/** `storage/bucket.md` of `storage/bucket.guard`. */
export function rationalePathOf(guardPath: string): string {
  return guardPath.replace(guardFile, '.md');
}

/** `storage/bucket.guard` of `storage/tests/bucket_tests.yml`. */
export function guardPathOfTests(testsPath: string): string | undefined {
  const match = /^(.*\/|)tests\/([^/]+?)[_.]tests\.(?:ya?ml|json)$/.exec(
    testsPath,
  );
  return match ? `${match[1]}${match[2]}.guard` : undefined;
}
