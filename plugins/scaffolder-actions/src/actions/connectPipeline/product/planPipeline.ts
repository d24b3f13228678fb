import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ChannelSettings,
  PavedRoadClient,
  ProductParameter,
  ProvisionedProductDetail,
} from '@paved-road/backstage-plugin-paved-road-common';
import {
  chooseVersion,
  Launch,
  Pace,
  prepareLaunch,
  runPreflight,
} from '../../../launching';
import { pipelineName } from '../../../pipeline';
import { TaskContext } from '../../../TaskContext';
import { Wiring } from '../ConnectContext';
import { findProvisioned } from './findProvisioned';
import { pipelineValues } from './pipelineValues';
import { readOwner } from './readOwner';

/** The pipeline that is there, or the launch that makes one. */
export type PipelinePlan =
  | { provisioned: ProvisionedProductDetail }
  | { launch: Launch };

/**
 * Finds out all that could be in the way of the pipeline's product, before
 * anything is changed.
 *
 * @throws InputError where it can't be launched
 */
export async function planPipeline(
  client: PavedRoadClient,
  catalog: CatalogService,
  wiring: Wiring,
  settings: NonNullable<ChannelSettings['serviceCatalog']>,
  ctx: TaskContext,
  pace: Pace,
): Promise<PipelinePlan> {
  const { service } = wiring;
  const { account, productId } = settings;
  const name = pipelineName(service);
  const provisioned = await findProvisioned(client, {
    service,
    account,
    productId,
    name,
    values: pipelineValues(wiring, wiring.owner),
  });
  if (provisioned) {
    return { provisioned };
  }

  const asked = await readParameters(client, settings);
  const needsOwner = asked.parameters.some(({ key }) => key === 'Owner');
  const owner =
    needsOwner && !wiring.owner
      ? await readOwner(catalog, service, ctx, pace)
      : wiring.owner;
  const known = {
    ...settings.parameters,
    ...pipelineValues(wiring, owner),
  };
  const launch = await prepareLaunch(
    client,
    {
      account,
      product: productId,
      version: asked.version,
      name,
      entityRef: service,
      tags: settings.tags,
      parameters: valuesFor(asked.parameters, known, ctx),
    },
    ctx,
  );
  await runPreflight(client, launch, ctx, pace);
  return { launch };
}

async function readParameters(
  client: PavedRoadClient,
  {
    account,
    productId: product,
  }: NonNullable<ChannelSettings['serviceCatalog']>,
) {
  const detail = await client.getProduct({ account, product });
  if (detail.launchPaths.length > 1) {
    throw new InputError(
      `${detail.name} can be launched along several paths in ${account}, and it isn't said which one; leave the platform's pipeline one of them`,
    );
  }
  const { id: version } = chooseVersion(detail, undefined);
  const { groups } = await client.getProductForm({ account, product, version });
  return { version, parameters: groups.flatMap(group => group.parameters) };
}

function valuesFor(
  parameters: ProductParameter[],
  known: Record<string, string>,
  { isDryRun, logger }: Pick<TaskContext, 'isDryRun' | 'logger'>,
): Record<string, string> {
  const missing = parameters
    .filter(({ key, hasDefault }) => !hasDefault && !(key in known))
    .map(({ key }) => key);
  if (missing.length > 0) {
    const problem = `The platform's pipeline asks for ${missing.join(
      ', ',
    )}, which nobody gives; set it in pavedRoad.channel.serviceCatalog.parameters`;
    if (!isDryRun) {
      throw new InputError(problem);
    }
    logger.warn(problem);
  }
  return Object.fromEntries(
    parameters.flatMap(({ key }) => (key in known ? [[key, known[key]]] : [])),
  );
}
