import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  listProducts,
  OperationResponse,
  ProductAccount,
  ProductDetail,
  ProductForm,
  ProductPath,
} from '@paved-road/backstage-plugin-paved-road-common';
import { AnswerCache } from './AnswerCache';
import {
  compareProducts,
  matchesProductFilter,
  ProductFilter,
  valuesOf,
} from './productList';
import { ProductSource } from './ProductSource';
import { ProductSourceError } from './ProductSourceError';

/** Who asks. */
export interface ProductServiceOptions {
  credentials: BackstageCredentials;
}

type ProductList = OperationResponse<typeof listProducts>;

/** Shows what can be launched. */
export interface ProductService {
  /** Accounts that do not answer are told, and the others shown all the same. */
  listProducts(
    filter: ProductFilter,
    options: ProductServiceOptions,
  ): Promise<ProductList>;

  /**
   * @throws NotFoundError where the account has no such product;
   * ServiceUnavailableError where it does not answer.
   */
  getProduct(
    path: ProductPath,
    options: ProductServiceOptions,
  ): Promise<ProductDetail>;

  /** @throws as `getProduct`; InputError where a launch path has to be chosen. */
  getForm(
    path: ProductPath & { version: string; path?: string },
    options: ProductServiceOptions,
  ): Promise<ProductForm>;
}

/** Answers from the accounts; whom it may answer is `AuthorizedProductService`'s to say. */
export class DefaultProductService implements ProductService {
  readonly #accounts: ProductAccount[];
  readonly #source: ProductSource;
  readonly #answers: AnswerCache;

  constructor(options: {
    accounts: ProductAccount[];
    source: ProductSource;
    answers: AnswerCache;
  }) {
    this.#accounts = options.accounts;
    this.#source = options.source;
    this.#answers = options.answers;
  }

  async listProducts(filter: ProductFilter): Promise<ProductList> {
    const lists = await Promise.all(
      this.#accounts.map(account => this.#listAccount(account)),
    );
    const products = lists.flatMap(list => list.products);
    return {
      items: products
        .filter(product => matchesProductFilter(product, filter))
        .sort(compareProducts),
      totalItems: products.length,
      accounts: lists.map(({ products: _, ...account }) => account),
      facets: {
        owners: valuesOf(products, 'owner'),
        types: valuesOf(products, 'type'),
      },
    };
  }

  async getProduct({ account, product }: ProductPath): Promise<ProductDetail> {
    this.#requireAccount(account);
    const { value, readAt } = await this.#answers.get(
      keyOf('product', account, product),
      () => this.#source.readProduct(account, product),
    );
    return { ...value, readAt };
  }

  async getForm({
    account,
    product,
    version,
    path,
  }: ProductPath & { version: string; path?: string }): Promise<ProductForm> {
    this.#requireAccount(account);
    const { value, readAt } = await this.#answers.get(
      keyOf('form', account, product, version, path ?? ''),
      () => this.#source.readForm(account, { product, version, path }),
    );
    return { ...value, readAt };
  }

  async #listAccount(account: ProductAccount) {
    try {
      const { value, readAt } = await this.#answers.get(
        keyOf('products', account.id),
        () => this.#source.listProducts(account.id),
      );
      return { ...account, ...value, readAt };
    } catch (error) {
      if (error instanceof ProductSourceError) {
        const { problem } = error;
        return { ...account, products: [], truncated: false, problem };
      }
      throw error;
    }
  }

  #requireAccount(id: string): void {
    if (!this.#accounts.some(account => account.id === id)) {
      throw new NotFoundError(`There is no account '${id}' for products`);
    }
  }
}

/** Parts may hold any character. */
function keyOf(...parts: string[]): string {
  return JSON.stringify(parts);
}
