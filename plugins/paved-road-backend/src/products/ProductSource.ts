import {
  ProductDetail,
  ProductForm,
  ProductSummary,
} from '@paved-road/backstage-plugin-paved-road-common';

/** The products of one account. */
export interface ReadProducts {
  products: ProductSummary[];
  /** True where there are more than are read. */
  truncated: boolean;
}

/** What a launch of a version asks, without the time of the answer. */
export type ReadForm = Omit<ProductForm, 'readAt'>;

/** A product, without the time of the answer. */
export type ReadProduct = Omit<ProductDetail, 'readAt'>;

/**
 * Reads what can be launched in an account.
 *
 * @throws ProductSourceError where the account does not answer; NotFoundError
 * where it has no such product or version, or the portal may not see it;
 * InputError where a launch path has to be chosen.
 */
export interface ProductSource {
  /** @param account - `id` of a configured account */
  listProducts(account: string): Promise<ReadProducts>;

  readProduct(account: string, product: string): Promise<ReadProduct>;

  readForm(
    account: string,
    options: { product: string; version: string; path?: string },
  ): Promise<ReadForm>;
}
