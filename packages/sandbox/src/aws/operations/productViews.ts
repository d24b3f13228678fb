import { stableId } from '../catalog/ids';
import { LaunchPath, Product, Version } from '../catalog/model';
import { seconds } from '../provisioning/views';

export const viewIdOf = (product: Product) => stableId('prodview', product.id);

/** AWS's ProductViewSummary. */
export function productViewSummary(product: Product, paths: LaunchPath[]) {
  return {
    Id: viewIdOf(product),
    ProductId: product.id,
    Name: product.name,
    Owner: product.owner,
    ShortDescription: product.description,
    Type: 'CLOUD_FORMATION_TEMPLATE',
    Distributor: product.distributor,
    HasDefaultPath: paths.length === 1,
    SupportEmail: product.support.email,
    SupportDescription: product.support.description,
    SupportUrl: product.support.url,
  };
}

/** AWS's ProvisioningArtifact, as one who launches sees it. */
export function artifactView(version: Version) {
  return {
    Id: version.id,
    Name: version.name,
    Description: version.description,
    CreatedTime: seconds(version.createdAt),
    Guidance: version.guidance,
  };
}

/** AWS's ProvisioningArtifactDetail. */
export function artifactDetail(version: Version) {
  return {
    ...artifactView(version),
    Type: 'CLOUD_FORMATION_TEMPLATE',
    Active: version.active,
  };
}
