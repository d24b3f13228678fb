import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

/**
 * Writes the pages of a site, each in its layout, and its assets under names that
 * change with what is in them, so that they can be kept for ever by whoever reads.
 */
export async function buildSite(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await mkdir(join(to, 'assets'), { recursive: true });

  const names = new Map<string, string>();
  for (const file of await filesIn(join(from, 'assets'))) {
    const content = await readFile(join(from, 'assets', file));
    const named = hashed(file, content);
    names.set(`assets/${file}`, `assets/${named}`);
    await writeFile(join(to, 'assets', named), content);
  }

  const layout = await readFile(join(from, 'layout.html'), 'utf8');
  for (const file of await filesIn(join(from, 'pages'))) {
    const content = await readFile(join(from, 'pages', file), 'utf8');
    const page = layout
      .replace('<!-- title -->', () => titleOf(content, file))
      .replace('<!-- content -->', () => content.trimEnd());
    await writeFile(join(to, file), pointTo(names, page, file));
  }
}

/** Folders are not entered: a page is at the top, and so is all that it names. */
async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort();
}

function hashed(file: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const ending = extname(file);
  return `${basename(file, ending)}.${hash}${ending}`;
}

function titleOf(content: string, file: string): string {
  const title = /<h1>([^<]+)<\/h1>/.exec(content)?.[1];
  if (!title) {
    throw new Error(`${file} has no <h1>, which is its title too`);
  }
  return title;
}

function pointTo(names: Map<string, string>, page: string, file: string) {
  return page.replace(/(href|src)="(assets\/[^"]*)"/g, (_, attribute, path) => {
    const named = names.get(path);
    if (!named) {
      throw new Error(`${file} names ${path}, which is not there`);
    }
    return `${attribute}="${named}"`;
  });
}
