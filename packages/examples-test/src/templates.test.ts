import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeProductCommand,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';
import {
  TemplateEntityV1beta3,
  templateEntityV1beta3Validator,
} from '@backstage/plugin-scaffolder-common';
import { Aws, startAws } from '@paved-road/sandbox';
import { load } from 'js-yaml';
import { z } from 'zod';
import { catalogPolicy } from './__testUtils__/catalogPolicy';
import {
  examplesDirectory,
  readEntities,
  rootDirectory,
} from './__testUtils__/examples';

const directory = join(examplesDirectory, 'templates');

const configSchema = z.object({
  catalog: z.object({
    locations: z.array(
      z.object({
        target: z.string(),
        rules: z.array(z.object({ allow: z.array(z.string()) })).optional(),
      }),
    ),
  }),
});

async function foldersIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

describe('the software templates', () => {
  let templates: Map<string, TemplateEntityV1beta3>;

  beforeAll(async () => {
    const read = (await foldersIn(directory)).map(async folder => {
      const [entity] = await readEntities(
        join(directory, folder, 'template.yaml'),
      );
      return [folder, entity as TemplateEntityV1beta3] as const;
    });
    templates = new Map(await Promise.all(read));
  });

  it('are accepted by the catalog, and named after their folders', async () => {
    for (const [folder, template] of templates) {
      await expect(catalogPolicy.enforce(template)).resolves.toBeDefined();
      await expect(
        templateEntityV1beta3Validator.check(template),
      ).resolves.toBe(true);
      expect(template.metadata.name).toBe(folder);
    }
  });

  it('are in the reference portal, from locations that give nothing else', async () => {
    const { catalog } = configSchema.parse(
      load(await readFile(join(rootDirectory, 'app-config.yaml'), 'utf8')),
    );
    const given = catalog.locations.filter(({ rules = [] }) =>
      rules.some(({ allow }) => allow.includes('Template')),
    );
    const rules = [{ allow: ['Template'] }];
    const goldenPaths = await foldersIn(join(rootDirectory, 'templates'));
    expect(given).toEqual([
      ...[...templates.keys()].map(folder => ({
        target: `../../examples/templates/${folder}/template.yaml`,
        rules,
      })),
      ...goldenPaths.map(folder => ({
        target: `http://localhost:\${PAVED_ROAD_FORGE_PORT:-7008}/meridian/golden-paths/blob/main/${folder}/template.yaml`,
        rules,
      })),
    ]);
  });

  describe('and the sandbox AWS', () => {
    let data: string;
    let aws: Aws;

    beforeAll(async () => {
      data = await mkdtemp(join(tmpdir(), 'examples-test-'));
      aws = await startAws({
        port: 0,
        dataDirectory: data,
        products: join(examplesDirectory, 'products'),
      });
    });
    afterAll(async () => {
      await aws.stop();
      await rm(data, { recursive: true });
    });

    it('mean the same product by its id', async () => {
      const [, choice] = [templates.get('storage-bucket')!.spec.parameters]
        .flat()
        .map(step => step?.properties as Record<string, unknown>);
      const { 'ui:options': options } = z
        .object({ 'ui:options': z.object({ product: z.string() }) })
        .parse(choice.bucket);
      const client = new ServiceCatalogClient({
        endpoint: aws.url,
        region: 'eu-central-1',
        credentials: {
          accessKeyId: 'SANDBOXPORTALDEVELOPMENT',
          secretAccessKey: 'sandbox',
        },
      });
      const { ProductViewSummary } = await client.send(
        new DescribeProductCommand({ Id: options.product }),
      );
      expect(ProductViewSummary?.Name).toBe('Encrypted bucket');
    });
  });
});
