import { aws, AwsFailure, until } from './aws.mjs';
import { Refusal } from './Refusal.mjs';

/** The stack as it is; undefined where there is none. */
export async function findStack(name) {
  try {
    const { Stacks } = await aws('cloudformation', 'describe-stacks', {
      StackName: name,
    });
    return Stacks[0];
  } catch (error) {
    if (error instanceof AwsFailure && /does not exist/.test(error.message)) {
      return undefined;
    }
    throw error;
  }
}

/** Whether a change would create the stack or update it. */
export function changeTypeOf(name, stack) {
  const status = stack?.StackStatus;
  if (status === undefined || status === 'REVIEW_IN_PROGRESS') {
    return 'CREATE';
  }
  if (/^(CREATE|UPDATE|UPDATE_ROLLBACK|IMPORT)_COMPLETE$/.test(status)) {
    return 'UPDATE';
  }
  throw new Refusal(
    `The stack ${name} is ${status} and takes no change. ${
      /_IN_PROGRESS$/.test(status)
        ? 'Run the pipeline again when it has come to rest'
        : 'Ask the platform to bring it back or delete it'
    }`,
  );
}

/**
 * Waits for the end of a change that was begun.
 *
 * @param id - the stack's, by which it is found also when it is gone
 */
export async function settle(name, id) {
  const status = await until(async () => {
    const stack = await findStack(id);
    const now = stack?.StackStatus ?? 'DELETE_COMPLETE';
    return /_IN_PROGRESS$/.test(now) ? undefined : now;
  });
  if (!/^(CREATE|UPDATE)_COMPLETE$/.test(status)) {
    throw new Refusal(
      `The stack ${name} could not be changed and is ${status}.${await reasons(
        id,
      )}`,
      1,
    );
  }
}

async function reasons(id) {
  const { StackEvents = [] } = await aws(
    'cloudformation',
    'describe-stack-events',
    { StackName: id },
  ).catch(() => ({}));
  return StackEvents.filter(({ ResourceStatus }) =>
    /_FAILED$/.test(ResourceStatus),
  )
    .slice(0, 5)
    .map(
      ({ LogicalResourceId, ResourceStatusReason }) =>
        `\n  ${LogicalResourceId}: ${
          ResourceStatusReason ?? 'no reason given'
        }`,
    )
    .join('');
}
