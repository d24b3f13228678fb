import { InputError, NotFoundError } from '@backstage/errors';
import {
  ChosenParameter,
  ProductForm,
  ProductVersion,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ProductAccountConfig } from '../../../config';
import { ProductAccess } from '../../access/ProductAccess';
import { ProductService, ProductServiceOptions } from '../../ProductService';
import { KeptProvisionedProduct, ProductRef } from '../changes';
import {
  chooseForLaunch,
  chooseForUpdate,
  ChosenValues,
  GivenParameter,
} from './chooseValues';

/** What is to be launched or updated to, looked up and compared with what it asks. */
export interface Choice extends ChosenValues {
  account: ProductAccountConfig;
  product: ProductRef;
  version: ProductRef;
  path?: string;
  form: ProductForm;
}

interface GivenChoice {
  version: string;
  path?: string;
  parameters: GivenParameter[];
}

/**
 * Looks up what was chosen. Products are read as the portal may see them; whether
 * the caller may see products, and launch this one, is asked on the way.
 */
export class LaunchChoices {
  readonly #accounts: ProductAccountConfig[];
  readonly #productService: ProductService;
  readonly #productAccess: ProductAccess;

  constructor(options: {
    accounts: ProductAccountConfig[];
    productService: ProductService;
    productAccess: ProductAccess;
  }) {
    this.#accounts = options.accounts;
    this.#productService = options.productService;
    this.#productAccess = options.productAccess;
  }

  /** @throws NotFoundError, InputError and others as `ProductChangeService`. */
  async forLaunch(
    given: GivenChoice & { account: string; product: string },
    options: ProductServiceOptions,
  ): Promise<Choice> {
    const { versions, ...found } = await this.#find(given, options);
    refuseDeprecated(versions, found.version.id);
    return { ...found, ...chooseForLaunch(found.form, given.parameters) };
  }

  /** @param current - the values that the provisioned product has */
  async forUpdate(
    { account, product }: KeptProvisionedProduct,
    given: GivenChoice & { current: ChosenParameter[] },
    options: ProductServiceOptions,
  ): Promise<Choice> {
    const { versions: _, ...found } = await this.#find(
      { ...given, account, product: product.id },
      options,
    );
    return {
      ...found,
      ...chooseForUpdate(found.form, given.parameters, given.current),
    };
  }

  async #find(
    given: GivenChoice & { account: string; product: string },
    options: ProductServiceOptions,
  ) {
    const place = { account: given.account, product: given.product };
    const product = await this.#productService.getProduct(place, options);
    const account = this.#accounts.find(({ id }) => id === given.account)!;
    await this.#productAccess.requireLaunch(
      account,
      product,
      options.credentials,
    );
    const version = product.versions.find(({ id }) => id === given.version);
    if (!version) {
      throw new NotFoundError(
        `'${product.name}' has no version '${
          given.version
        }', or has it no more; choose one of ${product.versions
          .map(({ name }) => name)
          .join(', ')}`,
      );
    }
    const form = await this.#productService.getForm(
      { ...place, version: version.id, path: given.path },
      options,
    );
    return {
      account,
      product: { id: product.id, name: product.name },
      version: { id: version.id, name: version.name },
      versions: product.versions,
      path: given.path,
      form,
    };
  }
}

/**
 * Deprecated versions may be updated to, but not launched:
 * https://docs.aws.amazon.com/servicecatalog/latest/dg/API_UpdateProvisioningArtifact.html
 *
 * @throws InputError naming the version to take.
 */
function refuseDeprecated(versions: ProductVersion[], id: string): void {
  const version = versions.find(one => one.id === id);
  if (version?.guidance === 'deprecated') {
    const other = versions.find(({ guidance }) => guidance !== 'deprecated');
    throw new InputError(
      `${version.name} is deprecated and can’t be launched any more${
        other ? `; choose ${other.name}` : ''
      }`,
    );
  }
}
