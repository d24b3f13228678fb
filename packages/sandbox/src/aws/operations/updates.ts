import { ParameterValue, Tag } from '../provisioning/model';
import { ChosenParameters, chooseParameters } from '../provisioning/parameters';
import { GivenParameter } from '../provisioning/parameters';
import { ProvisionedProductView } from '../provisioning/timeline';
import { Context } from './Context';
import { Launch, LaunchInput, chooseLaunch } from './launches';
import { tagsOf } from './tags';

/** What is in force now: of the last launch that has succeeded, or else of the first one. */
export const currentOf = (view: ProvisionedProductView) =>
  view.lastSuccessfulProvisioning ?? view.lastProvisioning ?? view.plan;

/** What an update leaves out stays as it is. */
function completed(
  context: Context,
  view: ProvisionedProductView,
  input: LaunchInput,
): LaunchInput {
  const current = currentOf(view);
  const noProduct =
    input.ProductId === undefined && input.ProductName === undefined;
  const noVersion =
    input.ProvisioningArtifactId === undefined &&
    input.ProvisioningArtifactName === undefined;
  const noPath = input.PathId === undefined && input.PathName === undefined;
  const product = context.catalog.product({ id: current?.productId });
  const keepsPath =
    noPath &&
    product &&
    context.catalog
      .launchPaths(product, context.caller.account, context.caller.principal)
      .some(({ id }) => id === current?.pathId);
  return {
    ...input,
    ProductId: noProduct ? current?.productId : input.ProductId,
    ProvisioningArtifactId: noVersion
      ? current?.artifactId
      : input.ProvisioningArtifactId,
    PathId: keepsPath ? current?.pathId : input.PathId,
  };
}

export interface Update {
  launch: Launch;
  chosen: ChosenParameters;
  tags: Tag[];
  /** What it is compared with. */
  previous: ParameterValue[];
}

/** What an update would launch. */
export function chooseUpdate(
  context: Context,
  view: ProvisionedProductView,
  input: LaunchInput & {
    ProvisioningParameters?: GivenParameter[];
    Tags?: Tag[];
  },
): Update {
  const launch = chooseLaunch(context, completed(context, view, input));
  const current = currentOf(view);
  const previous = current?.parameters ?? [];
  const chosen = chooseParameters(launch, input.ProvisioningParameters ?? [], {
    values: previous,
    keepOmitted: context.switches.omittedOnUpdate === 'previous',
  });
  const tags = tagsOf(
    launch.product,
    launch.path,
    input.Tags ?? current?.tags ?? [],
  );
  return { launch, chosen, tags, previous };
}
