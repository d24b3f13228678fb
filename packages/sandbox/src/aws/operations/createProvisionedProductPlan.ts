import { z } from 'zod';
import { newId } from '../catalog/ids';
import { StoredPlan } from '../provisioning/model';
import { chooseParameters } from '../provisioning/parameters';
import { resourceChanges } from '../provisioning/resourceChanges';
import { ProvisionedProductView } from '../provisioning/timeline';
import { invalidParameters } from '../wire/AwsError';
import {
  id,
  input,
  provisionedProductName,
  tags,
  token,
  updateParameters,
} from '../wire/shapes';
import { refuseDuringChange, refuseInvalid, tokenOf } from './acceptance';
import { Context } from './Context';
import { chooseLaunch, refuseDeprecated } from './launches';
import { operation } from './operation';
import { tagsOf } from './tags';
import { chooseUpdate, currentOf } from './updates';

const NAME = 'CreateProvisionedProductPlan';

const shape = input({
  PlanName: z.string(),
  PlanType: z.enum(['CLOUDFORMATION']),
  NotificationArns: z.array(z.string().min(1).max(1224)).max(5).optional(),
  PathId: id.optional(),
  ProductId: id,
  ProvisionedProductName: provisionedProductName,
  ProvisioningArtifactId: id,
  ProvisioningParameters: updateParameters,
  IdempotencyToken: token,
  Tags: tags,
});

type Input = z.output<typeof shape>;

function chooseNew(context: Context, given: Input) {
  const launch = chooseLaunch(context, given);
  refuseDeprecated(launch.version);
  const chosen = chooseParameters(launch, given.ProvisioningParameters ?? []);
  return {
    launch,
    chosen,
    tags: tagsOf(launch.product, launch.path, given.Tags),
  };
}

/** What is there, as a plan compares with it. */
function launchedBy({ catalog }: Context, view: ProvisionedProductView) {
  const current = currentOf(view);
  const found = catalog.version(current?.artifactId ?? '');
  return current && found
    ? { version: found.version, parameters: current.parameters }
    : undefined;
}

function failureOf(
  { effect }: Context,
  chosen: { missing: string[]; problems: string[] },
): string | undefined {
  if (effect === 'fail') {
    return 'The fault script of the sandbox AWS lets this fail.';
  }
  return chosen.missing.length
    ? `Parameters: [${chosen.missing.join(', ')}] must have values`
    : chosen.problems[0];
}

function planOf(
  context: Context,
  given: Input,
  view: ProvisionedProductView | undefined,
): StoredPlan {
  const { caller, now, timing, effect } = context;
  if (view) {
    refuseDuringChange(context, view);
    if (currentOf(view)?.productId !== given.ProductId) {
      throw invalidParameters(
        `The provisioned product ${given.ProvisionedProductName} is one of another product.`,
      );
    }
  }
  const choice = view
    ? chooseUpdate(context, view, given)
    : chooseNew(context, given);
  const { launch, chosen } = choice;
  refuseInvalid(context, chosen);
  const failure = failureOf(context, chosen);
  return {
    id: newId('plan'),
    name: given.PlanName,
    account: caller.account,
    region: caller.region,
    provisionedProductId: view?.stored.id ?? newId('pp'),
    provisionedProductName: given.ProvisionedProductName,
    createdAt: now,
    readyAt: effect === 'stuck' ? undefined : now + timing.planAfterMs,
    principal: caller.principal,
    productId: launch.product.id,
    artifactId: launch.version.id,
    pathId: launch.path.id,
    parameters: chosen.kept,
    tags: choice.tags,
    notificationArns: given.NotificationArns ?? [],
    changes: failure
      ? []
      : resourceChanges(view && launchedBy(context, view), {
          version: launch.version,
          parameters: chosen.kept,
        }),
    failure,
  };
}

const answerOf = (plan: StoredPlan) => ({
  PlanName: plan.name,
  PlanId: plan.id,
  ProvisionProductId: plan.provisionedProductId,
  ProvisionedProductName: plan.provisionedProductName,
  ProvisioningArtifactId: plan.artifactId,
});

export const createProvisionedProductPlan = operation(
  NAME,
  shape,
  (given, context) => {
    const { caller, ledger, now } = context;
    const { key, digest, answered } = tokenOf(
      context,
      NAME,
      'IdempotencyToken',
      given,
    );
    const known = ledger.plan(answered);
    if (known) {
      return answerOf(known);
    }
    const name = given.ProvisionedProductName;
    const view = ledger.findProvisionedProduct(caller, { name }, now);
    const plan = planOf(context, given, view);
    ledger.addPlan({
      plan,
      provisionedProduct: view
        ? undefined
        : {
            id: plan.provisionedProductId,
            name,
            account: caller.account,
            region: caller.region,
            createdAt: now,
            principal: caller.principal,
            plannedBy: plan.id,
            token: given.IdempotencyToken,
          },
      token: { key, value: { input: digest, answer: plan.id } },
    });
    return answerOf(plan);
  },
);
