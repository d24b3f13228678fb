import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CreateProvisionedProductPlanCommand,
  DeleteProvisionedProductPlanCommand,
  DescribeProvisionedProductPlanCommand,
  ListProvisionedProductPlansCommand,
  ResourceChange,
  ServiceCatalogClient,
} from '@aws-sdk/client-service-catalog';
import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { ChangePlan } from '@paved-road/backstage-plugin-paved-road-common';
import { ChangePlanner, PlannedChange } from '../plan/ChangePlanner';
import { AwsAccounts } from './AwsAccounts';
import { denial } from './awsProblem';
import { toResourceChange } from './planView';

/** By which a plan of the portal is known; its time says when it was left behind. */
const PREFIX = 'paved-road-plan-';

const POLL_MS = 1_000;
const MOST_POLLS = 60;
const LEFT_BEHIND_MS = 15 * 60_000;

/** Why AWS could make no plan, in its own words; it has seen them, and CloudFormation hides secrets. */
class PlanFailure extends Error {
  readonly name = 'PlanFailure';
}

/** Has AWS Service Catalog make a plan, reads it, and takes it away. */
export class AwsChangePlanner implements ChangePlanner {
  readonly #accounts: AwsAccounts;
  readonly #logger: LoggerService;

  constructor(options: { accounts: AwsAccounts; logger: LoggerService }) {
    this.#accounts = options.accounts;
    this.#logger = options.logger;
  }

  async plan(change: PlannedChange, signal?: AbortSignal): Promise<ChangePlan> {
    const client = await this.#accounts.clientOf(change.account);
    let planId: string | undefined;
    try {
      planId = await create(client, change);
      return await read(client, planId, signal);
    } catch (caught) {
      const error = toError(caught);
      this.#logger.warn(
        `There is no plan in the account ${change.account}: ${error.name}`,
      );
      return { resourceChanges: [], problem: problemOf(error) };
    } finally {
      if (planId) {
        await this.#remove(client, planId);
      }
    }
  }

  isPlan(provisionedName: string): boolean {
    return provisionedName.startsWith(PREFIX);
  }

  async removeLeftovers(account: string): Promise<void> {
    await this.#accounts.ask(account, async client => {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListProvisionedProductPlansCommand({
            AccessLevelFilter: { Key: 'Account', Value: 'self' },
            PageToken: token,
          }),
        );
        for (const { PlanId, PlanName } of page.ProvisionedProductPlans ?? []) {
          if (PlanId && isLeftBehind(PlanName)) {
            await this.#remove(client, PlanId);
          }
        }
        token = page.NextPageToken;
      } while (token);
    });
  }

  async #remove(client: ServiceCatalogClient, PlanId: string): Promise<void> {
    try {
      await client.send(
        new DeleteProvisionedProductPlanCommand({ PlanId, IgnoreErrors: true }),
      );
    } catch (error) {
      this.#logger.warn(
        `The plan ${PlanId} is left behind for now: ${toError(error).name}`,
      );
    }
  }
}

async function create(
  client: ServiceCatalogClient,
  change: PlannedChange,
): Promise<string> {
  const plan = `${PREFIX}${Date.now()}-${randomUUID().slice(0, 8)}`;
  const { PlanId } = await client.send(
    new CreateProvisionedProductPlanCommand({
      PlanName: plan,
      PlanType: 'CLOUDFORMATION',
      IdempotencyToken: randomUUID(),
      // A plan takes the name of what it plans. A launch is not to find its own
      // name taken by the plan that came before it.
      ProvisionedProductName: change.name ?? plan,
      ProductId: change.product,
      ProvisioningArtifactId: change.version,
      PathId: change.path,
      ProvisioningParameters: change.parameters.map(({ key, value }) =>
        value === undefined
          ? { Key: key, UsePreviousValue: true }
          : { Key: key, Value: value },
      ),
      Tags: change.tags.map(({ key, value }) => ({ Key: key, Value: value })),
    }),
  );
  if (!PlanId) {
    throw new PlanFailure('AWS answered without a plan');
  }
  return PlanId;
}

async function read(
  client: ServiceCatalogClient,
  PlanId: string,
  signal?: AbortSignal,
): Promise<ChangePlan> {
  for (let poll = 0; poll < MOST_POLLS; poll += 1) {
    await wait(POLL_MS, undefined, { signal });
    const { ProvisionedProductPlanDetails: plan } = await client.send(
      new DescribeProvisionedProductPlanCommand({ PlanId }),
    );
    if (plan?.Status === 'CREATE_SUCCESS') {
      return { resourceChanges: await readChanges(client, PlanId) };
    }
    if (plan?.Status !== 'CREATE_IN_PROGRESS') {
      throw new PlanFailure(plan?.StatusMessage ?? 'AWS does not say why');
    }
  }
  throw new PlanFailure('AWS has taken longer than a minute to make it');
}

async function readChanges(
  client: ServiceCatalogClient,
  PlanId: string,
): Promise<ChangePlan['resourceChanges']> {
  const changes: ResourceChange[] = [];
  let token: string | undefined;
  do {
    const page = await client.send(
      new DescribeProvisionedProductPlanCommand({ PlanId, PageToken: token }),
    );
    changes.push(...(page.ResourceChanges ?? []));
    token = page.NextPageToken;
  } while (token);
  return changes.flatMap(toResourceChange);
}

function problemOf(error: {
  name: string;
  message: string;
  $metadata?: { httpStatusCode?: number };
}): ChangePlan['problem'] {
  if (error instanceof PlanFailure) {
    return {
      code: 'failed',
      message: `AWS could make no plan: ${error.message}`,
    };
  }
  if (denial.has(error.name)) {
    return {
      code: 'not-allowed',
      message:
        'The portal’s role in this account may make no plans, so what would change is not known before',
    };
  }
  const status = error.$metadata?.httpStatusCode;
  return status !== undefined && status < 500
    ? {
        code: 'failed',
        message: `AWS refused to make a plan (${error.name})`,
      }
    : {
        code: 'unreachable',
        message: 'AWS did not answer in time with a plan; try again',
      };
}

function isLeftBehind(name: string | undefined): boolean {
  const made = name?.startsWith(PREFIX)
    ? Number(name.slice(PREFIX.length).split('-')[0])
    : NaN;
  return Date.now() - made > LEFT_BEHIND_MS;
}
