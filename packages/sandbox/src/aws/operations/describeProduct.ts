import { id, input, productName } from '../wire/shapes';
import { oneOf, pathsOf, visibleProduct } from './launches';
import { operation } from './operation';
import { artifactView, productViewSummary } from './productViews';

const shape = input({ Id: id.optional(), Name: productName });

export const describeProduct = operation(
  'DescribeProduct',
  shape,
  ({ Id, Name }, context) => {
    const product = visibleProduct(context, oneOf('Product', Id, Name));
    const paths = pathsOf(context, product);
    return {
      ProductViewSummary: productViewSummary(product, paths),
      ProvisioningArtifacts: product.versions
        .filter(({ active }) => active)
        .map(artifactView),
      Budgets: product.budgets.map(BudgetName => ({ BudgetName })),
      LaunchPaths: paths.map(path => ({ Id: path.id, Name: path.name })),
    };
  },
);
