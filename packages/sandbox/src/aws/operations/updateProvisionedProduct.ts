import {
  id,
  input,
  launchMembers,
  provisionedProductNameOrArn,
  tags,
  token,
  updateParameters,
} from '../wire/shapes';
import { acceptOnce, refuseInvalid } from './acceptance';
import { launchRecord } from './launchRecord';
import { operation } from './operation';
import { changeableProduct } from './provisionedProducts';
import { chooseUpdate } from './updates';

const NAME = 'UpdateProvisionedProduct';

export const updateProvisionedProduct = operation(
  NAME,
  input({
    ...launchMembers,
    ProvisionedProductId: id.optional(),
    ProvisionedProductName: provisionedProductNameOrArn.optional(),
    ProvisioningParameters: updateParameters,
    Tags: tags,
    UpdateToken: token,
  }),
  (given, context) =>
    acceptOnce(
      context,
      { operation: NAME, token: 'UpdateToken', input: given },
      () => {
        const view = changeableProduct(context, given);
        const {
          launch,
          chosen,
          tags: kept,
        } = chooseUpdate(context, view, given);
        refuseInvalid(context, chosen);
        const { id: target, name } = view.stored;
        return {
          record: launchRecord(context, { id: target, name, view }, launch, {
            parameters: chosen.kept,
            chosen,
            tags: kept,
          }),
        };
      },
    ),
);
