import { newId } from '../catalog/ids';
import { launchRoleArn } from '../catalog/provisioningParameters';
import { outputsOf } from '../provisioning/outputs';
import { chooseParameters } from '../provisioning/parameters';
import { AwsError, invalidParameters } from '../wire/AwsError';
import {
  input,
  launchMembers,
  provisionedProductName,
  provisioningParameters,
  tags,
  token,
} from '../wire/shapes';
import { acceptOnce, outcomeOf, refuseInvalid } from './acceptance';
import { Context } from './Context';
import { chooseLaunch } from './launches';
import { operation } from './operation';
import { tagsOf } from './tags';

const NAME = 'ProvisionProduct';

/** @throws AwsError of the kind that the switch says. */
export function refuseTakenName(
  { caller, ledger, now, switches }: Context,
  name: string,
) {
  if (ledger.findProvisionedProduct(caller, { name }, now)) {
    throw new AwsError(
      switches.nameClash,
      switches.nameClash === 'DuplicateResourceException'
        ? `A provisioned product named ${name} already exists.`
        : `A stack named ${name} already exists.`,
    );
  }
}

export const provisionProduct = operation(
  NAME,
  input({
    ...launchMembers,
    ProvisionedProductName: provisionedProductName,
    ProvisioningParameters: provisioningParameters,
    Tags: tags,
    ProvisionToken: token,
  }),
  (given, context) =>
    acceptOnce(
      context,
      { operation: NAME, token: 'ProvisionToken', input: given },
      () => {
        const { caller, now } = context;
        const { product, version, path } = chooseLaunch(context, given);
        if (version.guidance === 'DEPRECATED') {
          throw invalidParameters(
            `Provisioning artifact ${version.id} is deprecated and can't be launched anew.`,
          );
        }
        const recordTags = tagsOf(product, path, given.Tags);
        const chosen = chooseParameters(
          { product, version },
          given.ProvisioningParameters ?? [],
        );
        refuseInvalid(context, chosen);
        const name = given.ProvisionedProductName;
        refuseTakenName(context, name);
        const id = newId('pp');
        return {
          provisionedProduct: {
            id,
            name,
            account: caller.account,
            region: caller.region,
            createdAt: now,
            principal: caller.principal,
            token: given.ProvisionToken,
          },
          record: {
            type: 'PROVISION_PRODUCT',
            provisionedProductId: id,
            productId: product.id,
            artifactId: version.id,
            pathId: path.id,
            parameters: chosen.kept,
            tags: recordTags,
            launchRoleArn: launchRoleArn(product, caller.account),
            outcome: outcomeOf(context, {
              chosen,
              failure: version.failsOnCreate,
              leaves: 'ERROR',
              outputs: outputsOf(version, {
                place: caller,
                provisionedProductId: id,
                provisionedProductName: name,
                parameters: chosen.kept,
              }),
            }),
          },
        };
      },
    ),
);
