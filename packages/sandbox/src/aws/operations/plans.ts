import { z } from 'zod';
import { StoredPlan } from '../provisioning/model';
import { planStatusAt } from '../provisioning/timeline';
import { seconds } from '../provisioning/views';
import {
  AwsError,
  invalidParameters,
  resourceNotFound,
} from '../wire/AwsError';
import { page } from '../wire/page';
import { accessLevel, id, input, pagedInput, token } from '../wire/shapes';
import { acceptOnce, refuseDuringChange } from './acceptance';
import { accessTest } from './accessLevel';
import { Context } from './Context';
import { chooseLaunch } from './launches';
import { launchRecord } from './launchRecord';
import { operation } from './operation';
import { provisionedProductBy } from './provisionedProducts';

const DESCRIBE = 'DescribeProvisionedProductPlan';
const LIST = 'ListProvisionedProductPlans';
const EXECUTE = 'ExecuteProvisionedProductPlan';

function planBy({ caller, ledger }: Context, planId: string, at: number) {
  const plan = ledger.plans(caller, at).find(({ id: of }) => of === planId);
  if (!plan) {
    throw resourceNotFound(`Plan ${planId} not found.`);
  }
  return plan;
}

const statusOf = ({ ledger }: Context, plan: StoredPlan, at: number) =>
  planStatusAt(plan, ledger.record(plan.recordId ?? ''), at);

const summaryOf = (plan: StoredPlan) => ({
  PlanName: plan.name,
  PlanId: plan.id,
  ProvisionProductId: plan.provisionedProductId,
  ProvisionProductName: plan.provisionedProductName,
  PlanType: 'CLOUDFORMATION',
  ProvisioningArtifactId: plan.artifactId,
});

export const describeProvisionedProductPlan = operation(
  DESCRIBE,
  pagedInput(20, { PlanId: id }),
  (given, context) => {
    const plan = planBy(context, given.PlanId, context.readAt);
    const status = statusOf(context, plan, context.readAt);
    const made = !status.startsWith('CREATE_') || status === 'CREATE_SUCCESS';
    const { items, next } = page(DESCRIBE, made ? plan.changes : [], given);
    return {
      ProvisionedProductPlanDetails: {
        ...summaryOf(plan),
        CreatedTime: seconds(plan.createdAt),
        UpdatedTime: seconds(
          status === 'CREATE_IN_PROGRESS'
            ? plan.createdAt
            : plan.readyAt ?? plan.createdAt,
        ),
        PathId: plan.pathId,
        ProductId: plan.productId,
        Status: status,
        StatusMessage: status === 'CREATE_FAILED' ? plan.failure : undefined,
        NotificationArns: plan.notificationArns,
        ProvisioningParameters: plan.parameters.map(({ key, value }) => ({
          Key: key,
          Value: value,
        })),
        Tags: plan.tags,
      },
      ResourceChanges: items,
      NextPageToken: next,
    };
  },
);

export const listProvisionedProductPlans = operation(
  LIST,
  pagedInput(20, {
    AccessLevelFilter: accessLevel,
    ProvisionProductId: id.optional(),
  }),
  (given, context) => {
    const isMeant = accessTest(context, given.AccessLevelFilter);
    const { ProvisionProductId: of } = given;
    const found = context.ledger
      .plans(context.caller, context.readAt)
      .filter(
        plan =>
          isMeant(plan) &&
          (of === undefined || of === plan.provisionedProductId),
      );
    const { items, next } = page(LIST, found, given);
    return {
      ProvisionedProductPlans: items.map(summaryOf),
      NextPageToken: next,
    };
  },
);

export const executeProvisionedProductPlan = operation(
  EXECUTE,
  input({ PlanId: id, IdempotencyToken: token }),
  (given, context) =>
    acceptOnce(
      context,
      { operation: EXECUTE, token: 'IdempotencyToken', input: given },
      () => {
        const plan = planBy(context, given.PlanId, context.now);
        const status = statusOf(context, plan, context.now);
        if (status !== 'CREATE_SUCCESS') {
          throw new AwsError(
            'InvalidStateException',
            `The plan ${plan.id} is in status ${status}.`,
          );
        }
        const view = provisionedProductBy(
          context,
          { id: plan.provisionedProductId },
          context.now,
        );
        if (view.lastRecord) {
          refuseDuringChange(context, view);
        }
        const launch = chooseLaunch(context, {
          ProductId: plan.productId,
          ProvisioningArtifactId: plan.artifactId,
          PathId: plan.pathId,
        });
        return {
          planId: plan.id,
          record: launchRecord(
            context,
            { id: view.stored.id, name: view.stored.name, view },
            launch,
            { parameters: plan.parameters, tags: plan.tags },
          ),
        };
      },
    ),
);

export const deleteProvisionedProductPlan = operation(
  'DeleteProvisionedProductPlan',
  input({ PlanId: id, IgnoreErrors: z.boolean().optional() }),
  (given, context) => {
    const plan = planBy(context, given.PlanId, context.now);
    if (statusOf(context, plan, context.now) === 'EXECUTE_IN_PROGRESS') {
      throw invalidParameters(`The plan ${plan.id} is being executed.`);
    }
    context.ledger.deletePlan(plan.id, context.now);
    return {};
  },
);
