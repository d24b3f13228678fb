import { id, input } from '../wire/shapes';
import { visibleProduct } from './launches';
import { operation } from './operation';
import { artifactDetail } from './productViews';

export const listProvisioningArtifacts = operation(
  'ListProvisioningArtifacts',
  input({ ProductId: id }),
  ({ ProductId }, context) => ({
    ProvisioningArtifactDetails: visibleProduct(context, {
      id: ProductId,
    }).versions.map(artifactDetail),
  }),
);
