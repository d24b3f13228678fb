import { z } from 'zod';
import { iso } from './changeSets';
import { Context, needChannel, needStack } from './Context';
import { listOf } from './readForm';
import { StackView } from './stackAt';

export const stackShape = z.object({ StackName: z.string().min(1) });
export const describeStacksShape = stackShape.partial();
export const listStacksShape = z.object({
  StackStatusFilter: listOf(z.string()),
});

function stackOf({ current, reason, stack, status, updatedAt }: StackView) {
  return {
    StackId: stack.id,
    StackName: stack.name,
    Description: 'Of the sandbox AWS: no resource is made',
    Parameters: (current?.parameters ?? []).map(({ key, value }) => ({
      ParameterKey: key,
      ParameterValue: value,
    })),
    CreationTime: iso(stack.createdAt),
    LastUpdatedTime: updatedAt === undefined ? undefined : iso(updatedAt),
    StackStatus: status,
    StackStatusReason: reason,
    DisableRollback: false,
    Capabilities: current?.capabilities ?? [],
    Tags: (current?.tags ?? []).map(tag => ({ ...tag })),
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  };
}

export function describeStacks(
  { StackName }: z.output<typeof describeStacksShape>,
  context: Context,
) {
  if (StackName !== undefined) {
    return { Stacks: [stackOf(needStack(context, StackName))] };
  }
  const all = context.stacks.stacks(context.caller, context.now);
  return {
    Stacks: all
      .filter(({ status }) => status !== 'DELETE_COMPLETE')
      .map(stackOf),
  };
}

export function listStacks(
  { StackStatusFilter }: z.output<typeof listStacksShape>,
  { caller, now, stacks }: Context,
) {
  return {
    StackSummaries: stacks
      .stacks(caller, now)
      .filter(
        ({ status }) =>
          StackStatusFilter.length === 0 || StackStatusFilter.includes(status),
      )
      .map(({ stack, status, updatedAt }) => ({
        StackId: stack.id,
        StackName: stack.name,
        CreationTime: iso(stack.createdAt),
        LastUpdatedTime: updatedAt === undefined ? undefined : iso(updatedAt),
        StackStatus: status,
      })),
  };
}

export function deleteStack(
  { StackName }: z.output<typeof stackShape>,
  context: Context,
) {
  needChannel(context, 'DeleteStack');
  const { now, stacks, timing } = context;
  // Of one that isn't there AWS says nothing either.
  const found = stacks.find(context.caller, StackName, now)?.stack;
  if (found && !found.deletion) {
    stacks.keep(() => {
      found.deletion = { acceptedAt: now, endsAt: now + timing.endsAfterMs };
    });
  }
  return {};
}

/** What has happened to a stack, the newest first, as far as the sandbox can tell it. */
export function describeStackEvents(
  { StackName }: z.output<typeof stackShape>,
  context: Context,
) {
  const { executed, stack } = needStack(context, StackName);
  const base = { StackId: stack.id, StackName: stack.name };
  const events = executed.flatMap(({ changes, execution, id, type }) => {
    const { acceptedAt, endsAt, failure } = execution!;
    const event = (what: string, at: number, of: object) => ({
      ...base,
      EventId: `sandbox-${id.split('sandbox-')[1]}-${what}`,
      Timestamp: iso(at),
      ...of,
    });
    const own = {
      LogicalResourceId: stack.name,
      PhysicalResourceId: stack.id,
      ResourceType: 'AWS::CloudFormation::Stack',
    };
    const begun = event('begun', acceptedAt, {
      ...own,
      ResourceStatus: `${type}_IN_PROGRESS`,
    });
    if (endsAt === undefined || endsAt > context.now) {
      return [begun];
    }
    const end = failure ? 'ROLLBACK_COMPLETE' : `${type}_COMPLETE`;
    return [
      begun,
      ...(failure ? [] : changes).map(change =>
        event(change.LogicalResourceId, endsAt, {
          LogicalResourceId: change.LogicalResourceId,
          PhysicalResourceId: `sandbox-${change.LogicalResourceId}`,
          ResourceType: change.ResourceType,
          ResourceStatus: `${
            { ADD: 'CREATE', MODIFY: 'UPDATE', REMOVE: 'DELETE' }[change.Action]
          }_COMPLETE`,
        }),
      ),
      event('ended', endsAt, {
        ...own,
        ResourceStatus: end,
        ResourceStatusReason: failure,
      }),
    ];
  });
  return { StackEvents: events.reverse() };
}
