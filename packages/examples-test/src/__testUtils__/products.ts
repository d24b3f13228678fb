import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { examplesDirectory } from './examples';

const productsDirectory = join(examplesDirectory, 'products');

const productFileSchema = z.object({
  versions: z.array(z.object({ name: z.string(), template: z.string() })),
});

/** One product of the example company, as its folder holds it. */
export interface ExampleProduct {
  folder: string;
  /** The templates' texts, by the names of the versions. */
  versions: Map<string, string>;
  /** Files beside `product.yaml` that are no version's template. */
  leftOver: string[];
}

export async function readProducts(): Promise<ExampleProduct[]> {
  const entries = await readdir(productsDirectory, { withFileTypes: true });
  return Promise.all(
    entries
      .filter(entry => entry.isDirectory())
      .map(({ name }) => readProduct(name)),
  );
}

async function readProduct(folder: string): Promise<ExampleProduct> {
  const directory = join(productsDirectory, folder);
  const { versions } = productFileSchema.parse(
    load(await readFile(join(directory, 'product.yaml'), 'utf8')),
  );
  const texts = versions.map(
    async version =>
      [
        version.name,
        await readFile(join(directory, version.template), 'utf8'),
      ] as const,
  );
  const used = ['product.yaml', ...versions.map(({ template }) => template)];
  return {
    folder,
    versions: new Map(await Promise.all(texts)),
    leftOver: (await readdir(directory)).filter(file => !used.includes(file)),
  };
}
