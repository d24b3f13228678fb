import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DeleteChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  GetTemplateCommand,
  Parameter,
  Stack,
} from '@aws-sdk/client-cloudformation';
import { isError } from '@backstage/errors';
import { TAG_ENTITY } from '@paved-road/backstage-plugin-paved-road-common';
import { DeployFailure } from './DeployFailure';

const CAPABILITIES = [
  'CAPABILITY_IAM',
  'CAPABILITY_NAMED_IAM',
  'CAPABILITY_AUTO_EXPAND',
] as const;

export interface StackOrder {
  client: CloudFormationClient;
  /** Whose stacks they have to be. */
  account: string;
  name: string;
  service: string;
  template: string;
  /** Only those that the template declares are given to it. */
  parameters: Parameter[];
  /** Between two looks at a change. */
  pauseMs: number;
  signal: AbortSignal;
  log(text: string): void;
}

async function findStack({ client, name, signal }: StackOrder, id = name) {
  try {
    const { Stacks = [] } = await client.send(
      new DescribeStacksCommand({ StackName: id }),
      { abortSignal: signal },
    );
    return Stacks.at(0);
  } catch (error) {
    if (isError(error) && /does not exist/.test(error.message)) {
      return undefined;
    }
    throw error;
  }
}

/** @throws DeployFailure for a stack that this service may not change. */
function needOwn({ account, name, service }: StackOrder, stack: Stack) {
  const owner = stack.Tags?.find(({ Key }) => Key === TAG_ENTITY)?.Value;
  if (owner !== service) {
    throw new DeployFailure(
      `The stack ${name} belongs to ${owner ?? 'nobody'}, not to ${service}`,
    );
  }
  if (stack.StackId?.split(':')[4] !== account) {
    throw new DeployFailure(
      `The stack ${name} is not in the account ${account}`,
    );
  }
}

/** Answers the stack's id; undefined where there is nothing to change. */
async function createChangeSet(
  order: StackOrder,
  ChangeSetType: 'CREATE' | 'UPDATE',
  ChangeSetName: string,
): Promise<string | undefined> {
  const { client, name: StackName, signal } = order;
  const abortSignal = signal;
  const { StackId } = await client.send(
    new CreateChangeSetCommand({
      ...{ StackName, ChangeSetName },
      ChangeSetType,
      // A stack that could never be made is in the way of the next try.
      ...(ChangeSetType === 'CREATE' && { OnStackFailure: 'DELETE' }),
      TemplateBody: order.template,
      Parameters: order.parameters,
      Capabilities: [...CAPABILITIES],
      Tags: [{ Key: TAG_ENTITY, Value: order.service }],
    }),
    { abortSignal },
  );
  for (;;) {
    const { Status, StatusReason, Changes } = await client.send(
      new DescribeChangeSetCommand({ StackName, ChangeSetName }),
      { abortSignal },
    );
    if (Status === 'CREATE_COMPLETE') {
      for (const { ResourceChange: change } of Changes ?? []) {
        order.log(
          `  ${change?.Action} ${change?.LogicalResourceId} (${change?.ResourceType})\n`,
        );
      }
      return StackId;
    }
    if (Status === 'FAILED') {
      await client.send(
        new DeleteChangeSetCommand({ StackName, ChangeSetName }),
        { abortSignal },
      );
      if (/didn't contain changes/.test(StatusReason ?? '')) {
        return undefined;
      }
      throw new DeployFailure(`The change set failed: ${StatusReason}`);
    }
    await sleep(order.pauseMs, undefined, { signal });
  }
}

async function settled(order: StackOrder, id?: string): Promise<Stack> {
  for (;;) {
    // By its id it is found also when it is gone.
    const stack = await findStack(order, id);
    if (!stack) {
      throw new DeployFailure(`The stack ${order.name} is gone`);
    }
    if (/_(COMPLETE|FAILED)$/.test(stack.StackStatus ?? '')) {
      return stack;
    }
    await sleep(order.pauseMs, undefined, { signal: order.signal });
  }
}

/** The template that a stack has now; undefined where there is none. */
export async function templateOf(
  order: StackOrder,
): Promise<string | undefined> {
  const { client, name: StackName, signal } = order;
  const found = await findStack(order);
  if (!found || found.StackStatus === 'REVIEW_IN_PROGRESS') {
    return undefined;
  }
  const { TemplateBody } = await client.send(
    new GetTemplateCommand({ StackName, TemplateStage: 'Original' }),
    { abortSignal: signal },
  );
  return TemplateBody;
}

/** Executes a change set; one whose answer got lost is executed as well. */
async function execute(order: StackOrder, ChangeSetName: string) {
  const { client, name: StackName, signal } = order;
  const input = { StackName, ChangeSetName };
  try {
    await client.send(new ExecuteChangeSetCommand(input), {
      abortSignal: signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    const { ExecutionStatus = '' } = await client.send(
      new DescribeChangeSetCommand(input),
      { abortSignal: signal },
    );
    if (!ExecutionStatus.startsWith('EXECUTE_')) {
      throw error;
    }
  }
}

/** @throws DeployFailure for a change that was not made. */
function needDone({ name }: StackOrder, stack: Stack): void {
  const { StackStatus = '', StackStatusReason: reason } = stack;
  if (/^(CREATE|UPDATE)_COMPLETE$/.test(StackStatus)) {
    return;
  }
  const end =
    StackStatus === 'DELETE_COMPLETE'
      ? 'could not be made, and is gone'
      : `could not be changed, and is ${StackStatus}`;
  throw new DeployFailure(
    `The stack ${name} ${end}: ${reason ?? 'no reason given'}`,
  );
}

/**
 * Brings a template into a stack by a change set that holds it and nothing else.
 *
 * @param began - told just before the stack itself begins to change
 * @throws DeployFailure where it can't be done, or was rolled back.
 */
export async function deployStack(
  order: StackOrder,
  began: () => void,
): Promise<void> {
  const { name: StackName, log } = order;
  const found = await findStack(order);
  const isEmpty = found?.StackStatus === 'REVIEW_IN_PROGRESS';
  if (found && !isEmpty) {
    needOwn(order, found);
    // Another change is waited for, not overtaken.
    await settled(order);
  }
  const ChangeSetName = `paved-road-${randomUUID()}`;
  const type = found && !isEmpty ? 'UPDATE' : 'CREATE';
  const id = await createChangeSet(order, type, ChangeSetName);
  if (!id) {
    log(`  ${StackName} has it already: nothing to change\n`);
    return;
  }
  began();
  await execute(order, ChangeSetName);
  const stack = await settled(order, id);
  needDone(order, stack);
  log(`  ${StackName} is ${stack.StackStatus}\n`);
}
