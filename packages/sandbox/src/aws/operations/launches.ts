import { LaunchPath, Product, Version } from '../catalog/model';
import { invalidParameters, resourceNotFound } from '../wire/AwsError';
import { Context } from './Context';

/** How a request names what is to be launched. */
export interface LaunchInput {
  ProductId?: string;
  ProductName?: string;
  ProvisioningArtifactId?: string;
  ProvisioningArtifactName?: string;
  PathId?: string;
  PathName?: string;
}

export interface Launch {
  product: Product;
  version: Version;
  path: LaunchPath;
}

/** Exactly one of an id and a name. */
export function oneOf(what: string, id?: string, name?: string) {
  if ((id === undefined) === (name === undefined)) {
    throw invalidParameters(
      `Exactly one of ${what} Id and ${what} Name must be specified.`,
    );
  }
  return { id, name };
}

/** The launch paths that the caller has to a product. */
export const pathsOf = ({ catalog, caller }: Context, product: Product) =>
  catalog.launchPaths(product, caller.account, caller.principal);

/** A product that the caller may see. */
export function visibleProduct(
  context: Context,
  by: { id?: string; name?: string },
): Product {
  const product = context.catalog.product(by);
  if (!product || !pathsOf(context, product).length) {
    throw resourceNotFound(`Product ${by.id ?? by.name} not found.`);
  }
  return product;
}

function launchableProduct(context: Context, input: LaunchInput) {
  const by = oneOf('Product', input.ProductId, input.ProductName);
  const product = context.catalog.product(by);
  if (!product) {
    throw resourceNotFound(`Product ${by.id ?? by.name} not found.`);
  }
  const paths = pathsOf(context, product);
  if (!paths.length) {
    throw resourceNotFound(`No launch paths found for resource: ${product.id}`);
  }
  return { product, paths };
}

export function choosePath(paths: LaunchPath[], input: LaunchInput) {
  if (input.PathId !== undefined && input.PathName !== undefined) {
    throw invalidParameters(
      'At most one of Path Id and Path Name can be specified.',
    );
  }
  const meant = paths.filter(
    ({ id, name }) =>
      (input.PathId === undefined || id === input.PathId) &&
      (input.PathName === undefined || name === input.PathName),
  );
  if (!meant.length) {
    throw resourceNotFound(
      `Launch path ${input.PathId ?? input.PathName} not found.`,
    );
  }
  if (meant.length > 1) {
    throw invalidParameters(
      'More than one launch path ids exist. Please specify the launch path id',
    );
  }
  return meant[0];
}

export function chooseVersion(
  product: Product,
  by: { id?: string; name?: string },
): Version {
  const version = product.versions.find(
    ({ id, name, active }) =>
      active &&
      (by.id === undefined || id === by.id) &&
      (by.name === undefined || name === by.name),
  );
  if (!version) {
    throw resourceNotFound(
      `Provisioning artifact ${by.id ?? by.name} not found.`,
    );
  }
  return version;
}

/** What a request wants to launch, if the caller may. */
export function chooseLaunch(context: Context, input: LaunchInput): Launch {
  const { product, paths } = launchableProduct(context, input);
  const version = chooseVersion(
    product,
    oneOf(
      'Provisioning Artifact',
      input.ProvisioningArtifactId,
      input.ProvisioningArtifactName,
    ),
  );
  return { product, version, path: choosePath(paths, input) };
}

/** A deprecated version may be updated to by those who have it, and not be launched anew. */
export function refuseDeprecated(version: Version) {
  if (version.guidance === 'DEPRECATED') {
    throw invalidParameters(
      `Provisioning artifact ${version.id} is deprecated and can't be launched anew.`,
    );
  }
}
