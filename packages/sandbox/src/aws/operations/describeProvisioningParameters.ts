import {
  constraintSummaries,
  parametersOf,
  tagOptionsOf,
  usageInstructions,
} from '../catalog/provisioningParameters';
import { input, launchMembers } from '../wire/shapes';
import { chooseLaunch } from './launches';
import { operation } from './operation';

export const describeProvisioningParameters = operation(
  'DescribeProvisioningParameters',
  input(launchMembers),
  (given, context) => {
    const { product, version, path } = chooseLaunch(context, given);
    const { account } = context.caller;
    const outputs = Object.entries(version.template.Outputs).map(
      ([Key, { Description }]) => ({ Key, Description }),
    );
    return {
      ProvisioningArtifactParameters: parametersOf(version),
      ConstraintSummaries: constraintSummaries(product, account),
      UsageInstructions: usageInstructions(product, version, account),
      TagOptions: tagOptionsOf(product, path),
      ProvisioningArtifactOutputKeys: outputs,
    };
  },
);
