import { PavedRoadClient } from '@paved-road/backstage-plugin-paved-road-common';
import {
  askAgain,
  awaitLaunch,
  isOutage,
  Pace,
  Patience,
  prepareLaunch,
  provisionedPage,
  refuseWhatFailed,
  requestLaunch,
  runPreflight,
} from '../../launching';
import { ProvisionContext } from './ProvisionContext';

/** Does what the action promises, with a client that calls as the user. */
export async function provision(
  client: PavedRoadClient,
  ctx: ProvisionContext,
  pace: Pace,
): Promise<void> {
  const launch = await prepareLaunch(client, ctx.input, ctx);
  await runPreflight(client, launch, ctx, pace);
  if (ctx.isDryRun) {
    ctx.logger.info(`This is a dry run: '${launch.name}' is not launched`);
    ctx.output('outputs', {});
    return;
  }

  ctx.signal?.throwIfAborted();
  const answer = await requestLaunch(client, launch, ctx);
  const id = answer.provisionedProductId;
  const resourceUrl = provisionedPage(id);
  ctx.output('provisionedProductId', id);
  ctx.output('changeId', answer.change.id);
  ctx.output('resourceUrl', resourceUrl);

  const { wait = true, timeoutMinutes = 60 } = ctx.input;
  const patience: Patience = {
    until: Date.now() + timeoutMinutes * 60_000,
    intervalMs: pace.pollIntervalMs,
  };
  const { name } = launch;
  const begun = answer.change;
  const change = wait
    ? await awaitLaunch(client, { name, begun }, resourceUrl, patience, ctx)
    : begun;
  refuseWhatFailed(name, change, resourceUrl);
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
