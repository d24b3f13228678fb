import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  coreServices,
  createServiceFactory,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { writeTextFiles } from './withDirectory';

const ADDRESS = 'https://github.com/meridian/standing-orders';

const catalogInfo = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: standing-orders
spec:
  type: service
  lifecycle: production
  owner: group:default/payments
`;

const files = [
  { path: 'catalog-info.yaml', content: catalogInfo },
  { path: 'infra/template.yaml', content: 'Resources: {}\n' },
];

/** A service that is there already, as the catalog has it. */
export const existingService: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'standing-orders',
    namespace: 'default',
    annotations: {
      'backstage.io/managed-by-location': `url:${ADDRESS}/blob/main/catalog-info.yaml`,
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};

const reader: UrlReaderService = {
  async readTree(url) {
    if (url !== `${ADDRESS}/tree/main`) {
      throw new Error(`There is no ${url}`);
    }
    return {
      etag: 'one',
      files: async () => [],
      archive: async () => {
        throw new Error('It is asked for as files');
      },
      async dir(options) {
        const directory =
          options?.targetDir ??
          (await mkdtemp(join(tmpdir(), 'golden-path-repository-')));
        await writeTextFiles(directory, files);
        return directory;
      },
    };
  },
  async readUrl(url) {
    throw new Error(`There is no ${url}`);
  },
  async search() {
    return { etag: 'one', files: [] };
  },
};

/** Its repository, for steps that read it from the forge. */
export const repositoryStandIn = createServiceFactory({
  service: coreServices.urlReader,
  deps: {},
  factory: () => reader,
});
