import { randomUUID } from 'node:crypto';
import {
  ChangeAnswer,
  ChangeState,
  PavedRoadClient,
} from '@paved-road/backstage-plugin-paved-road-common';
import { TaskContext } from '../TaskContext';

/** What is launched; the change's id comes on top. */
export type Launch = Omit<
  Parameters<PavedRoadClient['launchProduct']>[0],
  'changeId'
>;

/** Nothing was changed by these, so they can be asked for anew. */
const CAME_TO_NOTHING: ChangeState[] = ['refused', 'interrupted'];

/**
 * Asks for a launch. A retry of the task gets to the launch that was asked for
 * before, unless that came to nothing.
 */
export async function requestLaunch(
  client: PavedRoadClient,
  launch: Launch,
  ctx: Pick<TaskContext, 'checkpoint' | 'logger'>,
): Promise<ChangeAnswer> {
  for (let attempt = 1; ; attempt++) {
    let isFirst = false;
    const changeId = await ctx.checkpoint({
      key: `launch.${launch.account}.${launch.name}.${attempt}`,
      fn: async () => {
        isFirst = true;
        return randomUUID();
      },
    });
    const answer = await client.launchProduct({ ...launch, changeId });
    if (isFirst) {
      return answer;
    }
    if (!CAME_TO_NOTHING.includes(answer.change.state)) {
      ctx.logger.info(`'${launch.name}' was launched before; following it`);
      return answer;
    }
  }
}
