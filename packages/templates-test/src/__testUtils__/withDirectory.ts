import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { TextFile } from './goldenPaths';

/** Writes files, and the folders that they are in. */
export async function writeTextFiles(directory: string, files: TextFile[]) {
  for (const { path, content } of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}

/** Lets something be done where the files are, and cleans up behind it. */
export async function withDirectory<T>(
  files: TextFile[],
  use: (directory: string) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'golden-path-'));
  try {
    const directory = join(parent, 'repository');
    await writeTextFiles(directory, files);
    return await use(directory);
  } finally {
    await rm(parent, { recursive: true });
  }
}
