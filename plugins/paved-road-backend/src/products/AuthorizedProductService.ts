import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  ProductPath,
  productReadPermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import { requirePermission } from '../requirePermission';
import { ProductFilter } from './productList';
import { ProductService, ProductServiceOptions } from './ProductService';

/** Answers only those who may see products. */
export class AuthorizedProductService implements ProductService {
  readonly #productService: ProductService;
  readonly #permissions: PermissionsService;

  constructor(options: {
    productService: ProductService;
    permissions: PermissionsService;
  }) {
    this.#productService = options.productService;
    this.#permissions = options.permissions;
  }

  async listProducts(filter: ProductFilter, options: ProductServiceOptions) {
    await this.#require(options);
    return this.#productService.listProducts(filter, options);
  }

  async getProduct(path: ProductPath, options: ProductServiceOptions) {
    await this.#require(options);
    return this.#productService.getProduct(path, options);
  }

  async getForm(
    path: ProductPath & { version: string; path?: string },
    options: ProductServiceOptions,
  ) {
    await this.#require(options);
    return this.#productService.getForm(path, options);
  }

  #require({ credentials }: ProductServiceOptions): Promise<void> {
    return requirePermission(
      this.#permissions,
      productReadPermission,
      credentials,
    );
  }
}
