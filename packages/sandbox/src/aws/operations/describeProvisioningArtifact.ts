import { z } from 'zod';
import { parametersOf } from '../catalog/provisioningParameters';
import { artifactName, id, input, productName } from '../wire/shapes';
import { chooseVersion, oneOf, visibleProduct } from './launches';
import { operation } from './operation';
import { artifactDetail } from './productViews';

export const describeProvisioningArtifact = operation(
  'DescribeProvisioningArtifact',
  input({
    ProductId: id.optional(),
    ProductName: productName,
    ProvisioningArtifactId: id.optional(),
    ProvisioningArtifactName: artifactName,
    Verbose: z.boolean().optional(),
    IncludeProvisioningArtifactParameters: z.boolean().optional(),
  }),
  (given, context) => {
    const product = visibleProduct(
      context,
      oneOf('Product', given.ProductId, given.ProductName),
    );
    const version = chooseVersion(
      product,
      oneOf(
        'Provisioning Artifact',
        given.ProvisioningArtifactId,
        given.ProvisioningArtifactName,
      ),
    );
    return {
      ProvisioningArtifactDetail: artifactDetail(version),
      // As AWS's is, an address that asks for no signature.
      Info: {
        TemplateUrl: `${context.baseUrl}/_sandbox/templates/${version.id}`,
      },
      Status: 'AVAILABLE',
      ProvisioningArtifactParameters:
        given.IncludeProvisioningArtifactParameters
          ? parametersOf(version)
          : undefined,
    };
  },
);
