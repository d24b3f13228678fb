import { randomUUID } from 'node:crypto';
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
