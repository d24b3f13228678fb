import { PipelineProvider } from '@paved-road/backstage-plugin-paved-road-common';

/** The pipeline that an entity says is its own. */
export type PipelineClaim =
  /** `target` is a repository or the name of a provisioned product. */
  { provider: PipelineProvider; target: string } | 'unreadable';

/** Reads the annotation `paved-road.io/pipeline`. */
export function readClaim(claim: string | undefined) {
  return claim === undefined ? undefined : parseClaim(claim.trim());
}

function parseClaim(claim: string): PipelineClaim {
  const [, repository] =
    /^github-actions:([A-Za-z0-9._-]{1,100}\/[A-Za-z0-9._-]{1,100})$/.exec(
      claim,
    ) ?? [];
  if (repository) {
    return { provider: 'github-actions', target: repository };
  }
  const [, product] =
    /^service-catalog:([A-Za-z0-9._-]{1,128})$/.exec(claim) ?? [];
  return product
    ? { provider: 'service-catalog', target: product }
    : 'unreadable';
}
