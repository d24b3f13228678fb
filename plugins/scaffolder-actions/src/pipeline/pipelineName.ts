import { parseEntityRef } from '@backstage/catalog-model';

/** What a service's pipeline is called where it is a provisioned product. */
export function pipelineName(service: string): string {
  return `${parseEntityRef(service).name}-pipeline`;
}
