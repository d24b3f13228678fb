import {
  ChangeState,
  PavedRoadClient,
  ProductChange,
} from '@paved-road/backstage-plugin-paved-road-common';
import { TaskContext } from '../TaskContext';
import { Patience } from './askAgain';
import { followChange } from './followChange';

const OUTCOMES: Partial<Record<ChangeState, string>> = {
  failed: 'could not be launched',
  refused: 'was not accepted by AWS',
  interrupted: 'never came to AWS',
};

/** Path of the page of what is launched, in the portal. */
export function provisionedPage(id: string): string {
  return `/paved-road/provisioned/${id}`;
}

/**
 * Waits for the end of a launch.
 *
 * @throws Error where it fails, or doesn't end in time
 */
export async function awaitLaunch(
  client: PavedRoadClient,
  { name, begun }: { name: string; begun: ProductChange },
  resourceUrl: string,
  patience: Patience,
  ctx: Pick<TaskContext, 'logger' | 'signal'>,
): Promise<ProductChange> {
  let change: ProductChange;
  try {
    change = await followChange(client, begun, patience, ctx);
  } catch (error) {
    ctx.logger.warn(
      `No longer waiting for '${name}'; the launch itself goes on: ${resourceUrl}`,
    );
    throw error;
  }
  refuseWhatFailed(name, change, resourceUrl);
  return change;
}

/** @throws Error where a launch has come to nothing */
export function refuseWhatFailed(
  name: string,
  { state, problem }: ProductChange,
  resourceUrl: string,
): void {
  const outcome = OUTCOMES[state];
  if (outcome) {
    throw new Error(
      `'${name}' ${outcome}: ${
        problem?.message ?? 'no reason is given'
      }. See ${resourceUrl}`,
    );
  }
}
