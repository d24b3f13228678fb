import {
  ANNOTATION_PIPELINE,
  ChannelItem,
} from '@paved-road/backstage-plugin-paved-road-common';
import { ChannelFacts } from '../facts';
import { PipelineClaim } from './claim';
import { fails, quote } from './items';

/**
 * What is wrong with the pipeline that an entity says is its own; undefined where
 * nothing is, or nothing can be said.
 */
export function claimItem(
  claim: PipelineClaim | undefined,
  { claim: text = '', entityRef, pipelines, place, repository }: ChannelFacts,
): ChannelItem | undefined {
  const wrong = (message: string) =>
    fails('own-pipeline', {
      message,
      fix: `Correct the annotation ${ANNOTATION_PIPELINE} in the entity’s file, or take it out.`,
      url: place.known ? place.value.url : undefined,
    });
  if (claim === 'unreadable') {
    return wrong(
      `The annotation ${ANNOTATION_PIPELINE} says ${quote(
        text,
      )}, which names no pipeline.`,
    );
  }
  if (claim?.provider === 'github-actions' && place.known) {
    const { name, owner } = place.value;
    const own = [
      `${owner}/${name}`,
      ...(repository.known ? [repository.value.fullName] : []),
    ].map(one => one.toLowerCase());
    return own.includes(claim.target.toLowerCase())
      ? undefined
      : wrong(
          `The annotation claims the pipeline of ${quote(
            claim.target,
          )}, and the catalog has this service from ${quote(
            `${owner}/${name}`,
          )}.`,
        );
  }
  if (claim?.provider === 'service-catalog' && pipelines?.known) {
    const named = pipelines.value.filter(({ name }) => name === claim.target);
    return named.length > 0 && named.every(one => one.entityRef !== entityRef)
      ? wrong(
          `The annotation claims the pipeline ${quote(
            claim.target,
          )}, which isn’t this service’s.`,
        )
      : undefined;
  }
  return undefined;
}
