import {
  PavedRoadClient,
  ProductChange,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  awaitLaunch,
  Pace,
  provisionedPage,
  requestLaunch,
} from '../../../launching';
import { TaskContext } from '../../../TaskContext';
import { PipelinePlan } from './planPipeline';

const PATIENCE_MS = 60 * 60_000;

/** A pipeline that is there, and its page in the portal. */
export interface Pipeline {
  name: string;
  page: string;
}

/**
 * Takes the pipeline that is there, or launches it, and waits until it is.
 *
 * @throws Error where it fails, or doesn't come to its end in time
 */
export async function provisionPipeline(
  client: PavedRoadClient,
  plan: PipelinePlan,
  ctx: TaskContext,
  pace: Pace,
): Promise<Pipeline> {
  const { id, name, begun } = await begin(client, plan, ctx);
  const page = provisionedPage(id);
  if (begun) {
    const patience = {
      until: Date.now() + PATIENCE_MS,
      intervalMs: pace.pollIntervalMs,
    };
    await awaitLaunch(client, { name, begun }, page, patience, ctx);
  }
  ctx.logger.info(`The pipeline '${name}' is there: ${page}`);
  return { name, page };
}

async function begin(
  client: PavedRoadClient,
  plan: PipelinePlan,
  ctx: TaskContext,
): Promise<{ id: string; name: string; begun?: ProductChange }> {
  if ('launch' in plan) {
    const answer = await requestLaunch(client, plan.launch, ctx);
    return {
      id: answer.provisionedProductId,
      name: plan.launch.name,
      begun: answer.change,
    };
  }
  const { id, name, openChange } = plan.provisioned;
  if (!openChange) {
    return { id, name };
  }
  const { change } = await client.getProductChange(openChange.id);
  return { id, name, begun: change };
}
