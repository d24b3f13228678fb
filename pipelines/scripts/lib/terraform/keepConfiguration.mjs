import { cp, lstat } from 'node:fs/promises';
import { basename } from 'node:path';

/** What an earlier run of Terraform leaves, and says which modules and state are to be taken. */
const LEFT_BEHIND = /^(\.terraform|\.git|terraform\.d|.*\.tfstate(\..*)?)$/;

/** Copies what was built to where Terraform works, without what would tell it more than the files do. */
export function keepConfiguration({ from, to }) {
  return cp(from, to, {
    recursive: true,
    filter: async path =>
      path === from ||
      (!LEFT_BEHIND.test(basename(path)) &&
        !(await lstat(path)).isSymbolicLink()),
  });
}
