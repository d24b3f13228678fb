import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_DOCUMENTS } from '@paved-road/backstage-plugin-paved-road-common';
import { InputDocument } from '@paved-road/backstage-plugin-paved-road-node';
import { loadAll } from 'js-yaml';
import picomatch from 'picomatch';

export const rootDirectory = resolve(__dirname, '../../../..');
export const examplesDirectory = join(rootDirectory, 'examples');
export const orgDirectory = join(examplesDirectory, 'org');
export const servicesDirectory = join(examplesDirectory, 'services');

/** One service of the example company, as its repository holds it. */
export interface ExampleService {
  name: string;
  directory: string;
  entity: Entity;
}

export async function readEntities(path: string): Promise<Entity[]> {
  return loadAll(await readFile(path, 'utf8')) as Entity[];
}

export async function readServices(): Promise<ExampleService[]> {
  const entries = await readdir(servicesDirectory, { withFileTypes: true });
  return Promise.all(
    entries
      .filter(entry => entry.isDirectory())
      .map(async ({ name }) => {
        const directory = join(servicesDirectory, name);
        const [entity] = await readEntities(
          join(directory, 'catalog-info.yaml'),
        );
        return { name, directory, entity };
      }),
  );
}

export function documentsAnnotation({ entity }: ExampleService) {
  return entity.metadata.annotations?.[ANNOTATION_DOCUMENTS];
}

/** What the service's annotation matches; undefined where it has none. */
export async function readDocuments(
  service: ExampleService,
): Promise<InputDocument[] | undefined> {
  const annotation = documentsAnnotation(service);
  if (!annotation) {
    return undefined;
  }
  const matches = picomatch(annotation.split(',').map(glob => glob.trim()));
  const paths = await readdir(service.directory, { recursive: true });
  return Promise.all(
    paths
      .filter(path => matches(path))
      .sort()
      .map(async path => ({
        path,
        content: await readFile(join(service.directory, path)),
      })),
  );
}
