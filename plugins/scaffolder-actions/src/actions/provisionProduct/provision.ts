import {
  ChangeState,
  PavedRoadClient,
  ProductChange,
} from '@paved-road/backstage-plugin-paved-road-common';
import { askAgain, isOutage, Patience } from './askAgain';
import { followChange } from './followChange';
import { runPreflight } from './preflight';
import { prepareLaunch } from './prepareLaunch';
import { Pace, ProvisionContext } from './ProvisionContext';
import { requestLaunch } from './requestLaunch';

const OUTCOMES: Partial<Record<ChangeState, string>> = {
  failed: 'could not be launched',
  refused: 'was not accepted by AWS',
  interrupted: 'never came to AWS',
};

/** Does what the action promises, with a client that calls as the user. */
export async function provision(
  client: PavedRoadClient,
  ctx: ProvisionContext,
  pace: Pace,
): Promise<void> {
  const launch = await prepareLaunch(client, ctx);
  await runPreflight(client, launch, ctx, pace);
  if (ctx.isDryRun) {
    ctx.logger.info(`This is a dry run: '${launch.name}' is not launched`);
    ctx.output('outputs', {});
    return;
  }

  ctx.signal?.throwIfAborted();
  const answer = await requestLaunch(client, launch, ctx);
  const id = answer.provisionedProductId;
  const resourceUrl = `/paved-road/provisioned/${id}`;
  ctx.output('provisionedProductId', id);
  ctx.output('changeId', answer.change.id);
  ctx.output('resourceUrl', resourceUrl);

  const { wait = true, timeoutMinutes = 60 } = ctx.input;
  const patience: Patience = {
    until: Date.now() + timeoutMinutes * 60_000,
    intervalMs: pace.pollIntervalMs,
  };
  let { change } = answer;
  if (wait) {
    try {
      change = await followChange(client, change, patience, ctx);
    } catch (error) {
      ctx.logger.warn(
        `No longer waiting for '${launch.name}'; the launch itself goes on: ${resourceUrl}`,
      );
      throw error;
    }
  }
  refuseWhatFailed(launch.name, change, resourceUrl);
  ctx.output('status', change.state);
  const outputs = wait
    ? await askAgain(
        async () => (await client.getProvisionedProduct(id)).outputs,
        isOutage,
        patience,
        ctx,
      )
    : [];
  ctx.output(
    'outputs',
    Object.fromEntries(outputs.map(({ key, value }) => [key, value])),
  );
  ctx.logger.info(
    `'${launch.name}' is ${wait ? 'there' : 'being launched'}: ${resourceUrl}`,
  );
}

function refuseWhatFailed(
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
