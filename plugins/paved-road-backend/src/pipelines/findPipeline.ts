import { PipelineConfig } from '../config';

/** Stands in a subject for the repository that a pipeline runs for. */
export const REPOSITORY = '{repository}';

/** Who a verified caller is. */
export interface Caller {
  pipeline: PipelineConfig;
  /** `owner/name`, where the subject says for which repository it runs. */
  repository?: string;
}

/** The pipeline that a verified caller is; undefined where it is none. */
export function findPipeline(
  pipelines: PipelineConfig[],
  subject: string,
): Caller | undefined {
  for (const pipeline of pipelines) {
    if (pipeline.subject.includes(REPOSITORY)) {
      const [, repository] = subjectPattern(pipeline).exec(subject) ?? [];
      if (repository) {
        return { pipeline, repository };
      }
    } else if (pipeline.subject === subject) {
      return { pipeline };
    }
  }
  return undefined;
}

/**
 * A star stands for what differs between runs, such as the branch; the rest has to
 * be there to the last letter.
 */
function subjectPattern({ subject }: PipelineConfig): RegExp {
  const parts = subject.split(/(\{repository\}|\*)/).map(part => {
    if (part === REPOSITORY) {
      return '([A-Za-z0-9._-]+/[A-Za-z0-9._-]+)';
    }
    return part === '*' ? '\\S*' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`);
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
