import { Catalog } from '../catalog/Catalog';
import { Timing } from '../provisioning/schedule';
import { AwsError } from '../wire/AwsError';
import { Caller } from '../wire/callers';
import { StackStore } from './StackStore';
import { StackView } from './stackAt';

/** What an action of CloudFormation is called with. */
export interface Context {
  catalog: Catalog;
  stacks: StackStore;
  timing: Timing;
  caller: Caller;
  now: number;
  /** What the fault script does to what is accepted. */
  effect?: 'fail' | 'stuck';
}

export const validationError = (message: string) =>
  new AwsError('ValidationError', message);

/** @throws AwsError where this caller may not change stacks of this account. */
export function needChannel({ caller, catalog }: Context, action: string) {
  const { account, principal } = caller;
  if (!catalog.mayChangeStacks(account, principal)) {
    throw new AwsError(
      'AccessDenied',
      `User: ${principal.sessionArn} is not authorized to perform: cloudformation:${action} with an explicit deny in a service control policy: stacks of ${account} are changed by the platform's pipeline`,
      403,
    );
  }
}

/** @throws AwsError as AWS has it. */
export function needStack(
  { caller, now, stacks }: Context,
  name: string,
): StackView {
  const found = stacks.find(caller, name, now);
  if (!found) {
    throw validationError(`Stack with id ${name} does not exist`);
  }
  return found;
}
