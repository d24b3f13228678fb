import {
  DescribeProductCommand,
  DescribeProvisioningParametersCommand,
  paginateSearchProducts,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  LaunchPath,
  ProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  ProductSource,
  ReadForm,
  ReadProduct,
  ReadProducts,
} from '../ProductSource';
import { AwsAccounts } from './AwsAccounts';
import { toForm } from './formView';
import { toProduct, toProductSummary } from './productView';

const PAGE_SIZE = 100;

/** More than a person looks through; it bounds a list that never ends. */
const MOST_PRODUCTS = 2_000;

/** Reads products from AWS Service Catalog. */
export class AwsProductSource implements ProductSource {
  readonly #accounts: AwsAccounts;

  constructor(accounts: AwsAccounts) {
    this.#accounts = accounts;
  }

  async listProducts(account: string): Promise<ReadProducts> {
    return this.#accounts.ask(account, async client => {
      const products: ProductSummary[] = [];
      let truncated = false;
      const pages = paginateSearchProducts({ client, pageSize: PAGE_SIZE }, {});
      for await (const { ProductViewSummaries = [], NextPageToken } of pages) {
        products.push(
          ...ProductViewSummaries.flatMap(
            summary => toProductSummary(account, summary) ?? [],
          ),
        );
        if (products.length >= MOST_PRODUCTS) {
          truncated =
            NextPageToken !== undefined || products.length > MOST_PRODUCTS;
          break;
        }
      }
      return { products: products.slice(0, MOST_PRODUCTS), truncated };
    });
  }

  async readProduct(account: string, product: string): Promise<ReadProduct> {
    return this.#accounts.ask(account, client =>
      describe(client, account, product),
    );
  }

  async readForm(
    account: string,
    options: { product: string; version: string; path?: string },
  ): Promise<ReadForm> {
    const { product, version, path } = options;
    return this.#accounts.ask(account, async client => {
      const PathId =
        path ??
        onlyPath((await describe(client, account, product)).launchPaths);
      return toForm(
        await client.send(
          new DescribeProvisioningParametersCommand({
            ProductId: product,
            ProvisioningArtifactId: version,
            PathId,
          }),
        ),
      );
    });
  }
}

async function describe(
  client: ServiceCatalogClient,
  account: string,
  product: string,
): Promise<ReadProduct> {
  const output = await client.send(new DescribeProductCommand({ Id: product }));
  const read = toProduct(account, output);
  if (!read) {
    throw new NotFoundError(`The account has no product '${product}'`);
  }
  return read;
}

/** @throws InputError where there is a choice; NotFoundError where there is no path. */
function onlyPath(paths: LaunchPath[]): string {
  if (paths.length === 0) {
    throw new NotFoundError(
      'The product can’t be launched here: no portfolio gives it to the portal. Ask those who support the product',
    );
  }
  if (paths.length > 1) {
    throw new InputError(
      `The product can be launched in several ways; choose the launch path: ${paths
        .map(({ id, name }) => `${id} (${name})`)
        .join(', ')}`,
    );
  }
  return paths[0].id;
}
