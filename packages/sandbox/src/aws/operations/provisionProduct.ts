import { newId } from '../catalog/ids';
import { chooseParameters } from '../provisioning/parameters';
import { AwsError } from '../wire/AwsError';
import {
  input,
  launchMembers,
  provisionedProductName,
  provisioningParameters,
  tags,
  token,
} from '../wire/shapes';
import { acceptOnce, refuseInvalid } from './acceptance';
import { Context } from './Context';
import { chooseLaunch, refuseDeprecated } from './launches';
import { launchRecord } from './launchRecord';
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
        refuseDeprecated(version);
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
          record: launchRecord(
            context,
            { id, name },
            { product, version, path },
            { parameters: chosen.kept, chosen, tags: recordTags },
          ),
        };
      },
    ),
);
