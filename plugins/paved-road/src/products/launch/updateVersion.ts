import {
  ProductVersion,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';

/** The version that an address names; where it names none, the present one. */
export function updateVersion(
  versions: ProductVersion[],
  provisioned: Pick<ProvisionedProductDetail, 'version' | 'newerVersion'>,
  asked: string | null,
): ProductVersion | undefined {
  const find = (wanted: string | null | undefined) =>
    versions.find(({ id }) => id === wanted);
  return (
    find(asked) ??
    find(provisioned.version?.id) ??
    find(provisioned.newerVersion?.id) ??
    versions[0]
  );
}
