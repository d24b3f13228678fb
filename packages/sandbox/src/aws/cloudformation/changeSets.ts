import { z } from 'zod';
import { ResourceChange } from '../provisioning/model';
import { AwsError } from '../wire/AwsError';
import { Context, needChannel, needStack, validationError } from './Context';
import { StoredChangeSet } from './model';

export const changeSetShape = z.object({
  ChangeSetName: z.string().min(1).max(1600),
  StackName: z.string().optional(),
});

type Input = z.output<typeof changeSetShape>;

export const iso = (at: number) => new Date(at).toISOString();

/** @throws AwsError as AWS has it. */
export function needChangeSet(
  { ChangeSetName, StackName }: Input,
  context: Context,
): { changeSet: StoredChangeSet; stackName: string } {
  const stackId = StackName ?? context.stacks.stackIdOf(ChangeSetName);
  if (!stackId) {
    throw validationError(
      'StackName must be specified if ChangeSetName is not specified as an ARN.',
    );
  }
  const view = needStack(context, stackId);
  const changeSet = context.stacks.changeSet(view, ChangeSetName);
  if (!changeSet) {
    throw new AwsError(
      'ChangeSetNotFound',
      `ChangeSet [${ChangeSetName}] does not exist`,
      404,
    );
  }
  return { changeSet, stackName: view.stack.name };
}

const ACTIONS = { ADD: 'Add', MODIFY: 'Modify', REMOVE: 'Remove' };
const REPLACEMENTS = {
  TRUE: 'True',
  FALSE: 'False',
  CONDITIONAL: 'Conditional',
};

function changeShape(change: ResourceChange) {
  return {
    Type: 'Resource',
    ResourceChange: {
      Action: ACTIONS[change.Action],
      LogicalResourceId: change.LogicalResourceId,
      PhysicalResourceId: change.PhysicalResourceId,
      ResourceType: change.ResourceType,
      Replacement: change.Replacement && REPLACEMENTS[change.Replacement],
      Scope: change.Scope,
    },
  };
}

function statusesOf(
  { execution, failure, readyAt }: StoredChangeSet,
  now: number,
): { Status: string; ExecutionStatus: string } {
  if (now < readyAt) {
    return { Status: 'CREATE_IN_PROGRESS', ExecutionStatus: 'UNAVAILABLE' };
  }
  if (failure) {
    return { Status: 'FAILED', ExecutionStatus: 'UNAVAILABLE' };
  }
  if (!execution) {
    return { Status: 'CREATE_COMPLETE', ExecutionStatus: 'AVAILABLE' };
  }
  const ended = execution.endsAt !== undefined && execution.endsAt <= now;
  const after = execution.failure ? 'EXECUTE_FAILED' : 'EXECUTE_COMPLETE';
  return {
    Status: 'CREATE_COMPLETE',
    ExecutionStatus: ended ? after : 'EXECUTE_IN_PROGRESS',
  };
}

export function describeChangeSet(input: Input, context: Context) {
  const { changeSet, stackName } = needChangeSet(input, context);
  const { now } = context;
  const ready = now >= changeSet.readyAt;
  return {
    ChangeSetName: changeSet.name,
    ChangeSetId: changeSet.id,
    StackId: changeSet.stackId,
    StackName: stackName,
    Parameters: changeSet.parameters.map(({ key, value }) => ({
      ParameterKey: key,
      ParameterValue: value,
    })),
    CreationTime: iso(changeSet.createdAt),
    ...statusesOf(changeSet, now),
    StatusReason: ready ? changeSet.failure : undefined,
    Capabilities: changeSet.capabilities,
    Tags: changeSet.tags.map(tag => ({ ...tag })),
    Changes: ready ? changeSet.changes.map(changeShape) : [],
  };
}

export function executeChangeSet(input: Input, context: Context) {
  const { effect, now, stacks, timing } = context;
  needChannel(context, 'ExecuteChangeSet');
  const { changeSet } = needChangeSet(input, context);
  const { ExecutionStatus, Status } = statusesOf(changeSet, now);
  const view = needStack(context, changeSet.stackId);
  const busy = /IN_PROGRESS$/.test(view.status) && view.executed.length > 0;
  const later = view.executed.some(
    ({ execution }) => (execution?.acceptedAt ?? 0) > changeSet.createdAt,
  );
  if (ExecutionStatus !== 'AVAILABLE' || busy || later) {
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${
        changeSet.id
      }] cannot be executed in its current status of [${
        later ? 'OBSOLETE' : Status
      }]`,
    );
  }
  stacks.keep(() => {
    changeSet.execution = {
      acceptedAt: now,
      endsAt: effect === 'stuck' ? undefined : now + timing.endsAfterMs,
      failure:
        effect === 'fail'
          ? 'Failed by the fault script of the sandbox AWS'
          : undefined,
    };
  });
  return {};
}

export function deleteChangeSet(input: Input, context: Context) {
  needChannel(context, 'DeleteChangeSet');
  const { changeSet } = needChangeSet(input, context);
  if (changeSet.execution) {
    throw new AwsError(
      'InvalidChangeSetStatus',
      `ChangeSet [${changeSet.id}] has been executed and stays`,
    );
  }
  context.stacks.keep(() => {
    changeSet.deletedAt = context.now;
  });
  return {};
}
