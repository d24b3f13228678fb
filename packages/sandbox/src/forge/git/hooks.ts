import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The variable in which a push is told which refs it may not touch. */
export const PROTECTED_REFS = 'SANDBOX_PROTECTED_REFS';

// A ref's name can't contain a space, and in quotes none of its signs is a pattern.
const HOOKS = {
  update: `#!/bin/sh
case " $${PROTECTED_REFS} " in
*" $1 "*)
  echo "error: GH006: Protected branch update failed for $1." >&2
  echo "error: Changes must be made through a pull request." >&2
  exit 1
  ;;
esac
`,
  // As on GitHub, the first branch of a repository becomes its default one.
  'post-update': `#!/bin/sh
git rev-parse --quiet --verify HEAD >/dev/null && exit 0
for ref in "$@"; do
  case "$ref" in
  refs/heads/*) exec git symbolic-ref HEAD "$ref" ;;
  esac
done
`,
};

/** Writes what git asks before it takes a push, and answers the folder for `core.hooksPath`. */
export async function writeHooks(dataDirectory: string): Promise<string> {
  const directory = resolve(dataDirectory, '.hooks');
  await mkdir(directory, { recursive: true });
  for (const [name, script] of Object.entries(HOOKS)) {
    const aside = join(directory, `.${name}`);
    await writeFile(aside, script, { mode: 0o755 });
    await rename(aside, join(directory, name));
  }
  return directory;
}
