import { setTimeout as sleep } from 'node:timers/promises';
import {
  ChangeAnswer,
  ChangeState,
  PavedRoadClient,
  ProductChange,
} from '@paved-road/backstage-plugin-paved-road-common';
import { TaskContext } from '../TaskContext';
import { askAgain, isOutage, Patience } from './askAgain';

const OPEN: ChangeState[] = ['sending', 'running'];

/**
 * Waits for the end of a change, and says in the log how far it is.
 *
 * @throws Error where the time is over
 */
export async function followChange(
  client: PavedRoadClient,
  begun: ProductChange,
  patience: Patience,
  ctx: Pick<TaskContext, 'logger' | 'signal'>,
): Promise<ProductChange> {
  let change = begun;
  let told: string | undefined;
  for (;;) {
    const news = progressOf(change);
    if (news !== told) {
      ctx.logger.info(news);
      told = news;
    }
    if (!OPEN.includes(change.state)) {
      return change;
    }
    if (Date.now() >= patience.until) {
      throw new Error('The launch has not come to its end in time');
    }
    await sleep(patience.intervalMs, undefined, { signal: ctx.signal });
    ({ change } = await askAgain<ChangeAnswer>(
      () => client.getProductChange(begun.id),
      isOutage,
      patience,
      ctx,
    ));
  }
}

function progressOf({ state, recordStatus, problem }: ProductChange): string {
  return [
    `The launch is ${state}`,
    recordStatus && `, AWS says ${recordStatus}`,
    problem && `: ${problem.message}`,
  ]
    .filter(Boolean)
    .join('');
}
