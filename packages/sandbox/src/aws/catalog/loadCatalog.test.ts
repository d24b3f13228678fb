import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { PRODUCTS } from '../__testUtils__/TestAws';
import { loadCatalog } from './loadCatalog';

describe('loadCatalog', () => {
  const directory = createMockDirectory();

  beforeEach(() => cp(PRODUCTS, directory.path, { recursive: true }));
  afterEach(() => directory.clear());

  const change = async (path: string, from: string, to: string) => {
    const file = join(directory.path, path);
    const text = await readFile(file, 'utf8');
    expect(text).toContain(from);
    await writeFile(file, text.replace(from, to));
  };

  it('gives the same ids each time', () => {
    const ids = () => loadCatalog(PRODUCTS).products.map(({ id }) => id);
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(ids().length);
  });

  it.each([
    [
      'a member that is not known',
      'message-queue/product.yaml',
      'owner: Platform',
      'ownr: Platform',
      /message-queue\/product\.yaml: .*ownr/s,
    ],
    [
      'a portfolio that is not there',
      'message-queue/product.yaml',
      '[building-blocks]',
      '[toys]',
      /message-queue\/product\.yaml: there is no portfolio toys/,
    ],
    [
      'a template outside its folder',
      'message-queue/product.yaml',
      'v1.0.yaml',
      '../company.yaml',
      /message-queue\/product\.yaml: .*has to be a file beside it/s,
    ],
    [
      'a template without resources',
      'message-queue/v1.0.yaml',
      '\nResources:',
      '\nThings:',
      /message-queue\/v1\.0\.yaml: .*Resources/s,
    ],
    [
      'an output that the template does not have',
      'message-queue/product.yaml',
      'QueueUrl:',
      'QueueAddress:',
      /v1\.0\.yaml has no output QueueAddress/,
    ],
    [
      'an account without its digits',
      'company.yaml',
      "id: '111122223333'",
      'id: 1',
      /company\.yaml: /,
    ],
  ])('names the file with %s', async (_, path, from, to, message) => {
    await change(path, from, to);
    expect(() => loadCatalog(directory.path)).toThrow(message);
  });

  it('names a file that is missing', async () => {
    await rm(join(directory.path, 'message-queue/v1.0.yaml'));
    expect(() => loadCatalog(directory.path)).toThrow(
      /message-queue\/v1\.0\.yaml: ENOENT/,
    );
  });
});
