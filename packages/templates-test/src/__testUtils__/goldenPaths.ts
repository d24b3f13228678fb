import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { parse } from 'yaml';

export const rootDirectory = resolve(__dirname, '../../../..');
const templatesDirectory = join(rootDirectory, 'templates');

/** A file, by its path with forward slashes. */
export interface TextFile {
  path: string;
  content: string;
}

export interface GoldenPath {
  name: string;
  directory: string;
  entity: TemplateEntityV1beta3;
}

/** Read at once, since tests are declared for what is found. */
export const goldenPaths: GoldenPath[] = readdirSync(templatesDirectory, {
  withFileTypes: true,
})
  .filter(entry => entry.isDirectory())
  .map(({ name }) => {
    const directory = join(templatesDirectory, name);
    const text = readFileSync(join(directory, 'template.yaml'), 'utf8');
    return { name, directory, entity: parse(text) };
  });

/** Those that make something new, instead of changing what is there. */
export const newServices = goldenPaths.filter(
  ({ entity }) => entity.spec.type !== 'adoption',
);

/** All files below the directory, but what a build may have left there. */
export async function readFiles(directory: string): Promise<TextFile[]> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const paths = entries
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name).slice(directory.length + 1),
    )
    .filter(path => !/(^|[\\/])(node_modules|dist)[\\/]/.test(path));
  return Promise.all(
    paths.map(async path => ({
      path: path.replaceAll('\\', '/'),
      content: await readFile(join(directory, path), 'utf8'),
    })),
  );
}
