import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DescribeProductCommand,
  ProvisionProductCommand,
  SearchProvisionedProductsCommand,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';

const AccessLevelFilter = { Key: 'Account', Value: 'self' } as const;

function client() {
  return new ServiceCatalogClient({
    region: 'eu-central-1',
    credentials: {
      accessKeyId: 'SANDBOXPORTALDEVELOPMENT',
      secretAccessKey: 'sandbox',
    },
  });
}

/** Launches a queue past the portal, as somebody at the AWS CLI does. */
export async function provisionOutside(
  name: string,
  options: { token?: string; tags?: Record<string, string> } = {},
): Promise<string> {
  const { token = randomUUID(), tags = {} } = options;
  const { ProductViewSummary, ProvisioningArtifacts, LaunchPaths } =
    await client().send(new DescribeProductCommand({ Name: 'Message queue' }));
  const { RecordDetail } = await client().send(
    new ProvisionProductCommand({
      ProductId: ProductViewSummary?.ProductId,
      ProvisioningArtifactId: ProvisioningArtifacts?.[0].Id,
      PathId: LaunchPaths?.[0].Id,
      ProvisionedProductName: name,
      ProvisionToken: token,
      ProvisioningParameters: [{ Key: 'QueueName', Value: 'orders' }],
      Tags: Object.entries({ CostCentre: '4200', ...tags }).map(
        ([Key, Value]) => ({ Key, Value }),
      ),
    }),
  );
  return RecordDetail!.ProvisionedProductId!;
}

/** What AWS has, as AWS tells it. */
export async function searchOutside() {
  const { ProvisionedProducts = [] } = await client().send(
    new SearchProvisionedProductsCommand({ AccessLevelFilter }),
  );
  return ProvisionedProducts;
}

/**
 * The one provisioned product of a sandbox that has stopped, many times over.
 *
 * @param tagsOf - of each; those of the first where absent
 */
export async function multiplyOutside(
  directory: string,
  times: number,
  tagsOf?: (index: number) => { Key: string; Value: string }[],
): Promise<void> {
  const path = join(directory, 'aws.json');
  const state = JSON.parse(await readFile(path, 'utf8'));
  const [provisioned] = state.provisionedProducts;
  const [record] = state.records;
  const numbered = (id: string, index: number) =>
    `${id.slice(0, -4)}${String(index).padStart(4, '0')}`;
  for (let index = 1; index < times; index += 1) {
    const id = numbered(provisioned.id, index);
    state.provisionedProducts.push({
      ...provisioned,
      id,
      name: `queue-${index}`,
    });
    state.records.push({
      ...record,
      id: numbered(record.id, index),
      provisionedProductId: id,
      tags: tagsOf?.(index) ?? record.tags,
    });
  }
  await writeFile(path, JSON.stringify(state));
}
