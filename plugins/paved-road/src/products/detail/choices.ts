import {
  LaunchPath,
  ProductDetail,
  ProductVersion,
} from '@paved-road/backstage-plugin-paved-road-common';

/** The version that an address names; the one to take first where it names none. */
export function chosenVersion(
  product: ProductDetail,
  asked: string | null | undefined,
): ProductVersion | undefined {
  const { versions } = product;
  return versions.find(({ id }) => id === asked) ?? versions[0];
}

/**
 * The launch path that an address names. Where there are several and it names
 * none of them, the reader has to choose: nothing says which one is meant.
 */
export function chosenPath(
  product: ProductDetail,
  asked: string | null | undefined,
): LaunchPath | undefined {
  const { launchPaths } = product;
  return launchPaths.length === 1
    ? launchPaths[0]
    : launchPaths.find(({ id }) => id === asked);
}
