import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateBinary } from '../engine/locateBinary';

const directories: string[] = [];

/** To be called after all tests. */
export async function removeFakeBinaries(): Promise<void> {
  await Promise.all(
    directories.splice(0).map(path => rm(path, { recursive: true })),
  );
}

/**
 * A `cfn-guard` that is the real one except where its input holds all of the
 * markers: then it does what the shell commands say.
 */
export async function fakeBinary(
  misdeed: string,
  markers: string[] = [],
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'fake-guard-'));
  directories.push(directory);
  const path = join(directory, 'cfn-guard');
  const conditions = markers.map(marker => `grep -q ${marker} "$input"`);
  await writeFile(
    path,
    `#!/bin/sh
real='${await locateBinary()}'
directory='${directory}'
[ "$1" = validate ] || exec "$real" "$@"
input="$directory/input.$$"
cat > "$input"
if ${['true', ...conditions].join(' && ')}; then
  ${misdeed}
fi
exec "$real" "$@" < "$input"
`,
  );
  await chmod(path, 0o755);
  return path;
}
