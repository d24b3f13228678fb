import {
  DescribeProductCommand,
  DescribeProvisioningParametersCommand,
  paginateSearchProducts,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';
import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, toError } from '@backstage/errors';
import {
  LaunchPath,
  ProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ProductAccountConfig } from '../../config';
import {
  ProductSource,
  ReadForm,
  ReadProduct,
  ReadProducts,
} from '../ProductSource';
import { ProductSourceError } from '../ProductSourceError';
import { awsProblem } from './awsProblem';
import { toForm } from './formView';
import { toProduct, toProductSummary } from './productView';
import { ServiceCatalogClients } from './ServiceCatalogClients';

const PAGE_SIZE = 100;

/** More than a person looks through; it bounds a list that never ends. */
const MOST_PRODUCTS = 2_000;

/** Reads products from AWS Service Catalog. */
export class AwsProductSource implements ProductSource {
  readonly #accounts: Map<string, ProductAccountConfig>;
  readonly #clients: ServiceCatalogClients;
  readonly #logger: LoggerService;

  constructor(options: {
    accounts: ProductAccountConfig[];
    clients: ServiceCatalogClients;
    logger: LoggerService;
  }) {
    this.#accounts = new Map(options.accounts.map(one => [one.id, one]));
    this.#clients = options.clients;
    this.#logger = options.logger;
  }

  async listProducts(account: string): Promise<ReadProducts> {
    return this.#ask(account, async client => {
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
    return this.#ask(account, client => describe(client, account, product));
  }

  async readForm(
    account: string,
    options: { product: string; version: string; path?: string },
  ): Promise<ReadForm> {
    const { product, version, path } = options;
    return this.#ask(account, async client => {
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

  async #ask<T>(
    id: string,
    question: (client: ServiceCatalogClient) => Promise<T>,
  ): Promise<T> {
    const account = this.#accounts.get(id);
    if (!account) {
      throw new NotFoundError(`There is no account '${id}' for products`);
    }
    try {
      return await question(await this.#clients.get(account));
    } catch (caught) {
      const error = toError(caught);
      if (error instanceof NotFoundError || error instanceof InputError) {
        throw error;
      }
      if (error.name === 'ResourceNotFoundException') {
        throw new NotFoundError(
          `The account '${account.title}' has no such product or version, or the portal may not see it`,
        );
      }
      this.#logger.warn(
        `Service Catalog of the account ${id} did not answer: ${error.name}: ${error.message}`,
      );
      throw new ProductSourceError(awsProblem(error));
    }
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
