import {
  ChannelItem,
  ChannelSettings,
  ChannelState,
  PipelineProvider,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ChannelFacts, ChannelFinding } from '../facts';
import { PipelineClaim, readClaim } from './claim';
import { claimItem } from './claimItem';
import { holdItems } from './holdItems';
import { fails, isUnknown, passes, quote, worstFirst } from './items';
import { pipelineItem } from './pipelineItem';
import { ADOPT, workflowItems } from './workflowItems';

/** Whether a service's way to production is the platform's, by what was found. */
export function judgeChannel(
  facts: ChannelFacts,
  settings: ChannelSettings,
): ChannelFinding {
  const claim = readClaim(facts.claim);
  const provider = providerOf(facts, claim);
  const items = [
    repositoryItem(facts),
    ...wiringItems(facts, claim, provider, settings),
  ];
  return {
    state: stateOf(items, claim !== undefined || provider !== undefined),
    provider,
    repositoryUrl: facts.place.known ? facts.place.value.url : undefined,
    items: worstFirst(items),
  };
}

/** Who runs the pipeline, by the entity's word or else by what is there. */
function providerOf(
  { entityRef, pipelines, repository }: ChannelFacts,
  claim: PipelineClaim | undefined,
): PipelineProvider | undefined {
  if (claim !== undefined && claim !== 'unreadable') {
    return claim.provider;
  }
  if (
    repository.known &&
    repository.value.workflow.known &&
    repository.value.workflow.value
  ) {
    return 'github-actions';
  }
  return pipelines?.known &&
    pipelines.value.some(pipeline => pipeline.entityRef === entityRef)
    ? 'service-catalog'
    : undefined;
}

function stateOf(items: ChannelItem[], isWired: boolean): ChannelState {
  const has = (verdict: ChannelItem['verdict']) =>
    items.some(item => item.verdict === verdict);
  if (has('fail')) {
    return isWired ? 'drifting' : 'off-road';
  }
  return has('unknown') ? 'unknown' : 'on-road';
}

function repositoryItem({ place, repository }: ChannelFacts): ChannelItem {
  const code = 'repository';
  if (!place.known) {
    return isUnknown(code, { message: place.problem });
  }
  const { name, owner, url } = place.value;
  return repository.known
    ? passes(code, { message: `${owner}/${name} could be read.`, url })
    : isUnknown(code, { message: repository.problem, url });
}

function wiringItems(
  facts: ChannelFacts,
  claim: PipelineClaim | undefined,
  provider: PipelineProvider | undefined,
  settings: ChannelSettings,
): ChannelItem[] {
  if (!claim && !provider) {
    return unwiredItems(facts);
  }
  const wrong = claimItem(claim, facts);
  const items = [
    ...(provider ? providerItems(facts, claim, provider, settings) : []),
    ...heldItems(facts, settings),
  ];
  return wrong
    ? [wrong, ...items.filter(({ code }) => code !== wrong.code)]
    : items;
}

/** Of a service that nothing seems to wire: either that is sure, or it isn't. */
function unwiredItems({
  pipelines,
  place,
  repository,
}: ChannelFacts): ChannelItem[] {
  const url = place.known ? place.value.url : undefined;
  if (!repository.known) {
    return [];
  }
  const { workflow } = repository.value;
  if (!workflow.known) {
    return [isUnknown('workflow-present', { message: workflow.problem, url })];
  }
  if (pipelines && !pipelines.known) {
    return [isUnknown('pipeline-provisioned', { message: pipelines.problem })];
  }
  return [
    fails('workflow-present', {
      message: 'It isn’t wired to the platform’s pipeline.',
      fix: `Take ${ADOPT}.`,
      url,
    }),
  ];
}

function providerItems(
  facts: ChannelFacts,
  claim: PipelineClaim | undefined,
  provider: PipelineProvider,
  settings: ChannelSettings,
): ChannelItem[] {
  const { entityRef, pipelines, place, repository } = facts;
  if (provider === 'service-catalog') {
    if (!settings.serviceCatalog || !pipelines) {
      return [notOffered('pipeline-provisioned', 'Service Catalog')];
    }
    const provisioned = pipelineItem(pipelines, entityRef, claim);
    return provisioned.verdict === 'pass'
      ? [
          passes('own-pipeline', { message: 'The pipeline is its own.' }),
          provisioned,
        ]
      : [provisioned];
  }
  if (!settings.githubActions) {
    return [notOffered('workflow-pinned', 'GitHub Actions')];
  }
  return repository.known && place.known
    ? workflowItems(repository.value, {
        settings: settings.githubActions,
        entityRef,
        url: place.value.url,
      })
    : [];
}

function notOffered(
  code: 'pipeline-provisioned' | 'workflow-pinned',
  by: string,
): ChannelItem {
  return fails(code, {
    message: `The platform offers no pipeline by ${quote(by)} here.`,
    fix: `Take a pipeline that is offered: ${ADOPT}.`,
  });
}

function heldItems(
  { place, repository }: ChannelFacts,
  settings: ChannelSettings,
): ChannelItem[] {
  return repository.known && repository.value.hold && place.known
    ? holdItems(repository.value.hold, {
        settings,
        branch: repository.value.defaultBranch,
        url: place.value.url,
      })
    : [];
}
