import { launchRoleArn } from '../catalog/provisioningParameters';
import { Failure } from '../catalog/productFile';
import {
  ParameterValue,
  ProvisionedProductStatus,
  Tag,
} from '../provisioning/model';
import { outputsOf } from '../provisioning/outputs';
import { ChosenParameters } from '../provisioning/parameters';
import { ProvisionedProductView } from '../provisioning/timeline';
import { NewRecord, outcomeOf } from './acceptance';
import { Context } from './Context';
import { Launch } from './launches';

const ROLLED_BACK: Failure = {
  code: 'CloudFormationException',
  description:
    'The stack is in ROLLBACK_COMPLETE state and can not be updated (sandbox)',
};

/** What a launch changes: nothing yet, or something that is there. */
export interface Target {
  id: string;
  name: string;
  /** Absent for a new one. */
  view?: ProvisionedProductView;
}

const isNew = ({ view }: Target) => view?.lastRecord === undefined;

/** Why a launch of a version fails, and what is left behind then. */
function endOf(
  { version }: Launch,
  target: Target,
): { failure?: Failure; leaves: ProvisionedProductStatus } {
  if (isNew(target)) {
    return { failure: version.failsOnCreate, leaves: 'ERROR' };
  }
  // What was never made can't be updated.
  return target.view?.lastSuccessfulProvisioning
    ? { failure: version.failsOnUpdate, leaves: 'TAINTED' }
    : { failure: ROLLED_BACK, leaves: 'ERROR' };
}

/** The record of a provision or an update. */
export function launchRecord(
  context: Context,
  target: Target,
  launch: Launch,
  given: {
    parameters: ParameterValue[];
    chosen?: ChosenParameters;
    tags: Tag[];
  },
): NewRecord {
  const { caller } = context;
  const { product, version, path } = launch;
  return {
    type: isNew(target) ? 'PROVISION_PRODUCT' : 'UPDATE_PROVISIONED_PRODUCT',
    provisionedProductId: target.id,
    productId: product.id,
    artifactId: version.id,
    pathId: path.id,
    parameters: given.parameters,
    tags: given.tags,
    launchRoleArn: launchRoleArn(product, caller.account),
    outcome: outcomeOf(context, {
      ...endOf(launch, target),
      chosen: given.chosen,
      outputs: outputsOf(version, {
        place: caller,
        provisionedProductId: target.id,
        provisionedProductName: target.name,
        parameters: given.parameters,
      }),
    }),
  };
}
