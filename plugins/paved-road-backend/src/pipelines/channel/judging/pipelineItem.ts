import {
  ChannelItem,
  ProvisionedProductStatus,
} from '@paved-road/backstage-plugin-paved-road-common';
import { Look, PipelineProduct } from '../facts';
import { PipelineClaim } from './claim';
import { fails, isUnknown, passes, quote } from './items';
import { ADOPT } from './workflowItems';

const BROKEN: ProvisionedProductStatus[] = [
  'TAINTED',
  'ERROR',
  'TERMINATED',
  'NOT_LAUNCHED',
];

/** Whether a service's pipeline is provisioned, and works. */
export function pipelineItem(
  pipelines: Look<PipelineProduct[]>,
  entityRef: string,
  claim: PipelineClaim | undefined,
): ChannelItem {
  const code = 'pipeline-provisioned';
  if (!pipelines.known) {
    return isUnknown(code, { message: pipelines.problem });
  }
  const pipeline = ownPipeline(pipelines.value, entityRef, claim);
  if (!pipeline) {
    return fails(code, {
      message: 'The pipeline’s product isn’t provisioned for this service.',
      fix: `Take ${ADOPT}, which provisions it.`,
    });
  }
  const { fromPortal, name, status } = pipeline;
  if (BROKEN.includes(status)) {
    return fails(code, {
      message: `The pipeline ${quote(name)} is ${status}.`,
      fix: 'See among the service’s provisioned products what went wrong, and update or launch it anew.',
    });
  }
  if (status !== 'AVAILABLE') {
    return isUnknown(code, {
      message: `The pipeline ${quote(
        name,
      )} is ${status}; whether it works is known afterwards.`,
    });
  }
  return fromPortal
    ? passes(code, { message: `The pipeline ${quote(name)} is provisioned.` })
    : isUnknown(code, {
        message: `The pipeline ${quote(
          name,
        )} was launched outside the portal. Only its tag says whose it is.`,
      });
}

/** The one that the entity claims, or else one that the portal has launched for it. */
function ownPipeline(
  pipelines: PipelineProduct[],
  entityRef: string,
  claim: PipelineClaim | undefined,
): PipelineProduct | undefined {
  const own = pipelines.filter(pipeline => pipeline.entityRef === entityRef);
  return claim !== undefined && claim !== 'unreadable'
    ? own.find(({ name }) => name === claim.target)
    : own.find(({ fromPortal }) => fromPortal) ?? own[0];
}
