import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  ChangeAnswer,
  listProvisionedProducts,
  listServiceActions,
  newerVersionOf,
  OperationResponse,
  ProductDetail,
  ProvisionedProductDetail,
  provisionedProductReadPermission,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ProductAccountConfig } from '../../../config';
import { AnswerCache } from '../../AnswerCache';
import { ProductService } from '../../ProductService';
import { ProductSourceError } from '../../ProductSourceError';
import { KeptProvisionedProduct, Output } from '../changes';
import { currentParameters, currentPath } from '../currentParameters';
import { ProductProvisioner } from '../ProductProvisioner';
import { ProvisionedAccess } from '../ProvisionedAccess';
import { ProvisionedStore } from '../store/ProvisionedStore';
import { pageOfProvisioned, ProvisionedQuery } from './provisionedList';
import { changeView, provisionedView } from './views';

/** Who asks. */
export interface ProvisionedProductOptions {
  credentials: BackstageCredentials;
}

/**
 * Shows what is provisioned. Whatever is of an entity that the caller may not
 * see does not exist for them: NotFoundError.
 */
export interface ProvisionedProductService {
  /** @throws InputError for a cursor of another list. */
  listProvisioned(
    query: ProvisionedQuery,
    options: ProvisionedProductOptions,
  ): Promise<OperationResponse<typeof listProvisionedProducts>>;

  getProvisioned(
    id: string,
    options: ProvisionedProductOptions,
  ): Promise<ProvisionedProductDetail>;

  getChange(
    id: string,
    options: ProvisionedProductOptions,
  ): Promise<ChangeAnswer>;

  /** @throws ServiceUnavailableError where the account does not answer. */
  listActions(
    id: string,
    options: ProvisionedProductOptions,
  ): Promise<OperationResponse<typeof listServiceActions>>;
}

export class DefaultProvisionedProductService
  implements ProvisionedProductService
{
  readonly #accounts: ProductAccountConfig[];
  readonly #access: ProvisionedAccess;
  readonly #store: ProvisionedStore;
  readonly #provisioner: ProductProvisioner;
  readonly #productService: ProductService;
  readonly #answers: AnswerCache;

  constructor(options: {
    accounts: ProductAccountConfig[];
    access: ProvisionedAccess;
    store: ProvisionedStore;
    provisioner: ProductProvisioner;
    productService: ProductService;
    answers: AnswerCache;
  }) {
    this.#accounts = options.accounts;
    this.#access = options.access;
    this.#store = options.store;
    this.#provisioner = options.provisioner;
    this.#productService = options.productService;
    this.#answers = options.answers;
  }

  async listProvisioned(
    query: ProvisionedQuery,
    { credentials }: ProvisionedProductOptions,
  ) {
    const all = await this.#access.list(
      { ended: query.ended === true },
      credentials,
    );
    return pageOfProvisioned(all, query, this.#accounts);
  }

  async getProvisioned(
    id: string,
    options: ProvisionedProductOptions,
  ): Promise<ProvisionedProductDetail> {
    const provisioned = await this.#readable(id, options);
    const [changes, allowed, product, outputs] = await Promise.all([
      this.#store.listChanges(id),
      this.#access.allowed(provisioned, options.credentials),
      this.#readProduct(provisioned, options),
      this.#readOutputs(provisioned),
    ]);
    return {
      ...provisionedView({ ...provisioned, outputs }, this.#accounts),
      newerVersion:
        product && newerVersionOf(product.versions, provisioned.version?.id),
      versions: product?.versions.map(({ id: versionId, name }) => ({
        id: versionId,
        name,
      })),
      path: currentPath(changes),
      allowed,
      parameters: currentParameters(changes),
      changes: changes.map(changeView),
    };
  }

  async getChange(
    id: string,
    options: ProvisionedProductOptions,
  ): Promise<ChangeAnswer> {
    const change = await this.#store.findChange(id);
    if (!change) {
      throw new NotFoundError('There is no such change');
    }
    await this.#readable(change.provisionedId, options);
    return {
      provisionedProductId: change.provisionedId,
      change: changeView(change),
    };
  }

  async listActions(id: string, options: ProvisionedProductOptions) {
    const { account, awsId, product, version } = await this.#readable(
      id,
      options,
    );
    if (!awsId || !version?.id) {
      return { items: [] };
    }
    const of = { product: product.id, version: version.id, awsId };
    const { value } = await this.#answers.get(
      JSON.stringify(['actions', account, product.id, version.id]),
      () => this.#provisioner.listActions(account, of),
    );
    return { items: value };
  }

  #readable(
    id: string,
    { credentials }: ProvisionedProductOptions,
  ): Promise<KeptProvisionedProduct> {
    return this.#access.require(
      id,
      provisionedProductReadPermission,
      credentials,
    );
  }

  /** Undefined where it can't be told now; what is provisioned is shown all the same. */
  async #readProduct(
    { account, product }: KeptProvisionedProduct,
    options: ProvisionedProductOptions,
  ): Promise<ProductDetail | undefined> {
    try {
      return await this.#productService.getProduct(
        { account, product: product.id },
        options,
      );
    } catch (error) {
      if (
        error instanceof ProductSourceError ||
        error instanceof NotFoundError
      ) {
        return undefined;
      }
      throw error;
    }
  }

  /** Of what was launched outside no change has told them. */
  async #readOutputs(provisioned: KeptProvisionedProduct): Promise<Output[]> {
    const { account, awsId, origin, outputs, status } = provisioned;
    if (origin === 'portal' || !awsId || status !== 'AVAILABLE') {
      return outputs;
    }
    const { value } = await this.#answers.get(
      JSON.stringify(['outputs', account, awsId]),
      () => this.#provisioner.readOutputs(account, awsId),
    );
    return value;
  }
}
