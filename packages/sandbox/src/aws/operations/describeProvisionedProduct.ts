import { provisionedProductDetail } from '../provisioning/views';
import { id, input, provisionedProductName } from '../wire/shapes';
import { operation } from './operation';
import { provisionedProductBy } from './provisionedProducts';

export const describeProvisionedProduct = operation(
  'DescribeProvisionedProduct',
  input({ Id: id.optional(), Name: provisionedProductName.optional() }),
  ({ Id, Name }, context) => ({
    ProvisionedProductDetail: provisionedProductDetail(
      provisionedProductBy(context, { id: Id, name: Name }, context.readAt),
    ),
    CloudWatchDashboards: [],
  }),
);
