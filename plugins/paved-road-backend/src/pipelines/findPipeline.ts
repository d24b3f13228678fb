import { PipelineConfig } from '../config';

/** The pipeline that a verified caller is; undefined where it is none. */
export function findPipeline(
  pipelines: PipelineConfig[],
  subject: string,
): PipelineConfig | undefined {
  return pipelines.find(pipeline => pipeline.subject === subject);
}

/** Whether the configuration lets a pipeline speak for a service. */
export function maySpeakFor(
  { services }: PipelineConfig,
  entityRef: string,
): boolean {
  return services.some(pattern => toExpression(pattern).test(entityRef));
}

/** A star stands for any part of a kind, a namespace or a name, never for two of them. */
function toExpression(pattern: string): RegExp {
  const literals = pattern
    .split(/\*+/)
    .map(text => text.replaceAll('.', '\\.'));
  return new RegExp(`^${literals.join('[^:/]*')}$`);
}
