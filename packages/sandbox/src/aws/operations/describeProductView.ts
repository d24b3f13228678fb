import { resourceNotFound } from '../wire/AwsError';
import { id, input } from '../wire/shapes';
import { pathsOf } from './launches';
import { operation } from './operation';
import { artifactView, productViewSummary, viewIdOf } from './productViews';

export const describeProductView = operation(
  'DescribeProductView',
  input({ Id: id }),
  ({ Id }, context) => {
    const product = context.catalog.products.find(
      candidate => viewIdOf(candidate) === Id,
    );
    const paths = product ? pathsOf(context, product) : [];
    if (!product || !paths.length) {
      throw resourceNotFound(`Product view ${Id} not found.`);
    }
    return {
      ProductViewSummary: productViewSummary(product, paths),
      ProvisioningArtifacts: product.versions
        .filter(({ active }) => active)
        .map(artifactView),
    };
  },
);
