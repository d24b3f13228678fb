import { InputError } from '@backstage/errors';
import {
  ProductDetail,
  ProductVersion,
} from '@paved-road/backstage-plugin-paved-road-common';

/**
 * The version that is named, or else the one to take first.
 *
 * @throws InputError where there is no such version
 */
export function chooseVersion(
  product: Pick<ProductDetail, 'name' | 'versions'>,
  id: string | undefined,
): ProductVersion {
  const { name, versions } = product;
  const version = id ? versions.find(v => v.id === id) : versions[0];
  if (version) {
    return version;
  }
  if (versions.length === 0) {
    throw new InputError(
      `${name} has no version that can be launched; ask its makers for one`,
    );
  }
  const choices = versions.map(v => `${v.id} (${v.name})`).join(', ');
  throw new InputError(
    `${name} has no version '${id}'; use one of ${choices}, or leave it out`,
  );
}
