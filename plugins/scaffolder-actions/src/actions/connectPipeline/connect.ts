import { InputError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { PavedRoadClient } from '@paved-road/backstage-plugin-paved-road-common';
import { Pace } from '../../launching';
import {
  chooseProvider,
  pipelineName,
  readBranch,
  readDocuments,
  readRepository,
  readService,
} from '../../pipeline';
import { checkFiles } from './checkFiles';
import { ConnectContext, Wiring } from './ConnectContext';
import { createOctokit, ForgeAccess } from './forge/createOctokit';
import { ForgeRepository } from './forge/ForgeRepository';
import { planPipeline, PipelinePlan } from './product/planPipeline';
import { provisionPipeline } from './product/provisionPipeline';
import { protectBranch } from './protection/protectBranch';

/** What the action asks besides the portal. */
export interface ConnectServices {
  access: ForgeAccess;
  catalog: CatalogService;
  pace: Pace;
}

/** Does what the action promises, with a client that calls as the user. */
export async function connect(
  client: PavedRoadClient,
  ctx: ConnectContext,
  { access, catalog, pace }: ConnectServices,
): Promise<void> {
  const wiring = await readWiring(client, ctx, access);
  const { branch, offered, repository, settings } = wiring;
  ctx.output('provider', offered.provider);
  ctx.output('requiredCheck', settings.requiredCheck);

  const plan = () =>
    offered.provider === 'service-catalog'
      ? planPipeline(client, catalog, wiring, offered.settings, ctx, pace)
      : undefined;
  if (ctx.isDryRun) {
    // A dry run makes no repository, so there is none to look at.
    await plan();
    tellDryRun(ctx, wiring);
    return;
  }

  const octokit = await createOctokit(access, repository, ctx.input.token, ctx);
  const forge = new ForgeRepository(octokit, repository);
  const { url, defaultBranch } = await forge.describe();
  if (defaultBranch !== branch) {
    throw new InputError(
      `The default branch of ${url} is '${defaultBranch}' and not '${branch}'; name it with 'branch', here and in paved-road:pipeline:write`,
    );
  }
  const files = await checkFiles(forge, wiring, ctx.logger);
  const planned = await plan();

  ctx.signal?.throwIfAborted();
  const protection = await protectBranch(forge, wiring, ctx.logger);
  const product =
    planned && (await provision(client, planned, wiring, ctx, pace));

  const set = [...files, ...protection, ...(product ? [product.sentence] : [])];
  set.forEach(sentence => ctx.logger.info(sentence));
  ctx.output('set', set);
  ctx.output('link', product?.page ?? `${url}/settings/branches`);
}

async function readWiring(
  client: PavedRoadClient,
  { input }: ConnectContext,
  { integrations }: ForgeAccess,
): Promise<Wiring> {
  const given = {
    repository: readRepository(input.repoUrl, integrations),
    branch: readBranch(input.branch),
    service: readService(input.service),
    documents: readDocuments(input.documents, "The input 'documents'"),
    owner: input.owner,
  };
  const settings = await client.getChannelSettings();
  return {
    ...given,
    settings,
    offered: chooseProvider(settings, input.provider),
  };
}

async function provision(
  client: PavedRoadClient,
  planned: PipelinePlan,
  { service }: Wiring,
  ctx: ConnectContext,
  pace: Pace,
): Promise<{ page: string; sentence: string }> {
  const { name, page } = await provisionPipeline(client, planned, ctx, pace);
  if (name !== pipelineName(service)) {
    ctx.logger.warn(
      `The pipeline of ${service} is called '${name}'; its annotation has to be service-catalog:${name}`,
    );
  }
  return { page, sentence: `The pipeline '${name}' is ${service}'s.` };
}

function tellDryRun(
  ctx: ConnectContext,
  { branch, offered, repository, service, settings }: Wiring,
): void {
  const { host, owner, name } = repository;
  ctx.logger.info(
    `This is a dry run: ${branch} of ${host}/${owner}/${name} is not protected; it would wait for '${settings.requiredCheck}' and the code owners`,
  );
  const isProduct = offered.provider === 'service-catalog';
  if (isProduct) {
    ctx.logger.info(
      `This is a dry run: '${pipelineName(service)}' is not launched`,
    );
  }
  ctx.output('set', []);
  ctx.output(
    'link',
    isProduct
      ? '/paved-road/provisioned'
      : `https://${host}/${owner}/${name}/settings/branches`,
  );
}
